# One static library a layer (a folder of src/). Libraries never throw; the flags that make results
# bit-equal natively and as WebAssembly (-ffp-contract=off) are on everything.
add_library(tautline_flags INTERFACE)
target_compile_options(tautline_flags INTERFACE -ffp-contract=off)
if(TAUTLINE_SANITIZE)
  target_compile_options(tautline_flags INTERFACE -fsanitize=address)
  target_link_options(tautline_flags INTERFACE -fsanitize=address,undefined)
endif()

# What is checked more closely: our own code, and what of others' reads bytes that anybody could have written. Catch2 and
# the specs themselves are not: three times as many lines as they check, which would take twice as long to compile.
# A trap instead of a message halves what the checks cost (Catch2 and libFuzzer name the case, a debugger the line).
add_library(tautline_checked INTERFACE)
if(TAUTLINE_SANITIZE)
  target_compile_options(tautline_checked INTERFACE -fsanitize=undefined
    $<IF:$<CXX_COMPILER_ID:Clang>,-fsanitize-trap=undefined,-fno-sanitize-recover=undefined>)
endif()
if(TAUTLINE_FUZZ)
  target_compile_options(tautline_checked INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Warnings stop a build only with the compilers we develop with (g++ 12, clang 14, Emscripten 3.1.6): a newer one that
# warns of something new must not stop a visitor.
set(warnings_stop OFF)
if(TAUTLINE_WARNINGS_AS_ERRORS AND ((CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    OR (CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)))
  set(warnings_stop ON)
endif()
add_library(tautline_warnings INTERFACE)
target_compile_options(tautline_warnings INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast> $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # g++ 12 is wrong about std::string::insert (GCC bug 105651)
  # With the sanitizers' extra code in between it takes members of a std::variant for uninitialised.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${TAUTLINE_SANITIZE}>>:-Wno-maybe-uninitialized>
  $<$<BOOL:${warnings_stop}>:-Werror>)

add_library(tautline_no_exceptions INTERFACE)
target_compile_options(tautline_no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)

# What nearly every file of a target reads, read once a build. Only where a preset asks for it: the builds of the command
# and of the page do without, so that a file that forgets an include is refused there, and a header's warnings are seen.
# tautline_precompile(TARGET <a/header.h> …)   besides the standard library's that are read most
function(tautline_precompile target)
  if(TAUTLINE_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstddef> <cstdint> <cstdio> <map> <optional>
      <set> <span> <string> <string_view> <utility> <variant> <vector> ${ARGN})
    # The same bytes each time, which is what ccache asks for.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
  endif()
endfunction()

# Several files of a target at once, so that the headers they share are read once: half the time of a build from nothing,
# but more of one after a small change. Continuous integration asks for it; names in unnamed namespaces must then differ
# within a target. Nowhere else, so that a file that forgets an include is refused there.
function(tautline_together target)
  if(TAUTLINE_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
  endif()
endfunction()

# A layer that has no code yet has no target; whoever uses it then simply does not link it.
function(tautline_link_layers target scope)
  foreach(layer IN LISTS ARGN)
    if(TARGET tautline_${layer})
      target_link_libraries(${target} ${scope} tautline_${layer})
    endif()
  endforeach()
endfunction()

# tautline_layer(NAME [APART] SOURCES a.cpp … USES lower layers … PRIVATE third_party_json … PRECOMPILED <a/header.h> …)
# Without SOURCES they are those of its folder, and then of its rooms: a list says more only where one is left out, or
# where another order makes the page's engine smaller. APART: its files name their own things alike, and are never
# compiled at once.
function(tautline_layer name)
  cmake_parse_arguments(ARG "APART" "" "SOURCES;USES;PRIVATE;PRECOMPILED" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB own CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    file(GLOB of_rooms CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp")
    set(ARG_SOURCES ${own} ${of_rooms})
  endif()
  add_library(tautline_${name} STATIC ${ARG_SOURCES})
  target_include_directories(tautline_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(tautline_${name} PUBLIC tautline_flags
    PRIVATE tautline_checked tautline_warnings tautline_no_exceptions ${ARG_PRIVATE})
  tautline_link_layers(tautline_${name} PUBLIC ${ARG_USES})
  tautline_precompile(tautline_${name} ${ARG_PRECOMPILED})
  if(NOT ARG_APART)
    tautline_together(tautline_${name})
  endif()
endfunction()

# tautline_program(NAME SOURCES main.cpp … USES layers … PRIVATE third_party_json …)
function(tautline_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PRIVATE tautline_flags tautline_checked tautline_warnings tautline_no_exceptions ${ARG_PRIVATE})
  tautline_link_layers(${name} PRIVATE ${ARG_USES})
endfunction()
