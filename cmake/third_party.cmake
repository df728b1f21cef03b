# Where the pinned third-party sources lie. build-scripts/install unpacks them here from verified archives;
# THIRD_PARTY.md says what each one is for. Nothing is downloaded while configuring.
set(TAUTLINE_THIRD_PARTY "${PROJECT_SOURCE_DIR}/build/third_party" CACHE PATH "Folder that build-scripts/install fills")

foreach(part imgui catch2 json musl qrcodegen utf8proc)
  if(NOT EXISTS "${TAUTLINE_THIRD_PARTY}/${part}")
    message(FATAL_ERROR "${TAUTLINE_THIRD_PARTY}/${part} is missing: run build-scripts/install first")
  endif()
endforeach()

# nlohmann/json: headers only, in a private folder so that no host header can shadow the WebAssembly ones.
add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE ${TAUTLINE_THIRD_PARTY}/json)
target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION=1 JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0)

# QR codes: one C file, no allocation.
add_library(third_party_qrcodegen STATIC EXCLUDE_FROM_ALL ${TAUTLINE_THIRD_PARTY}/qrcodegen/qrcodegen.c)
target_include_directories(third_party_qrcodegen SYSTEM PUBLIC ${TAUTLINE_THIRD_PARTY}/qrcodegen)
target_compile_options(third_party_qrcodegen PRIVATE -w)
target_link_libraries(third_party_qrcodegen PUBLIC tautline_flags PRIVATE tautline_checked)

# Unicode's normal forms; for the command alone, the page has the browser's own.
add_library(third_party_utf8proc STATIC EXCLUDE_FROM_ALL ${TAUTLINE_THIRD_PARTY}/utf8proc/utf8proc.c)
target_include_directories(third_party_utf8proc SYSTEM PUBLIC ${TAUTLINE_THIRD_PARTY}/utf8proc)
target_compile_definitions(third_party_utf8proc PUBLIC UTF8PROC_STATIC)
target_compile_options(third_party_utf8proc PRIVATE -w)
target_link_libraries(third_party_utf8proc PUBLIC tautline_flags) # not checked: it adds to null pointers where it counts

# Dear ImGui: core and draw lists only; no demo, no file access, no built-in font (we bring our own).
add_library(third_party_imgui STATIC EXCLUDE_FROM_ALL
  ${TAUTLINE_THIRD_PARTY}/imgui/imgui.cpp ${TAUTLINE_THIRD_PARTY}/imgui/imgui_draw.cpp
  ${TAUTLINE_THIRD_PARTY}/imgui/imgui_tables.cpp ${TAUTLINE_THIRD_PARTY}/imgui/imgui_widgets.cpp)
target_include_directories(third_party_imgui SYSTEM PUBLIC ${TAUTLINE_THIRD_PARTY}/imgui)
target_compile_definitions(third_party_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS)
target_compile_options(third_party_imgui PRIVATE -w -fno-exceptions -fno-rtti)
target_link_libraries(third_party_imgui PUBLIC tautline_flags)
# It reads typefaces.
set_property(SOURCE ${TAUTLINE_THIRD_PARTY}/imgui/imgui_draw.cpp APPEND PROPERTY COMPILE_OPTIONS
  $<TARGET_PROPERTY:tautline_checked,INTERFACE_COMPILE_OPTIONS>)

# musl's exp, log, pow, sin, cos, tanh, expm1 and log1p under names of our own (cmake/musl/fixed_math.h): the C
# library's versions differ in the last bit from one system to the next, these give the same bits everywhere.
set(musl_math ${TAUTLINE_THIRD_PARTY}/musl/src/math)
set(musl_sources)
foreach(source exp exp_data log log_data pow pow_data sin cos tanh expm1 log1p
    __sin __cos __rem_pio2 __rem_pio2_large
    __math_divzero __math_invalid __math_oflow __math_uflow __math_xflow)
  list(APPEND musl_sources ${musl_math}/${source}.c)
endforeach()
add_library(third_party_math STATIC EXCLUDE_FROM_ALL ${musl_sources})
target_include_directories(third_party_math SYSTEM PUBLIC ${PROJECT_SOURCE_DIR}/cmake/musl)
target_compile_options(third_party_math PRIVATE -w
  "SHELL:-iquote \"${TAUTLINE_THIRD_PARTY}/musl/src/internal\"" "SHELL:-iquote \"${PROJECT_SOURCE_DIR}/cmake/musl\""
  "SHELL:-include \"${PROJECT_SOURCE_DIR}/cmake/musl/rename.h\"")
# Its SHA-256, for the command alone: what is signed is held to digests.
add_library(third_party_sha256 STATIC EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/cmake/musl/sha256.c)
target_include_directories(third_party_sha256 SYSTEM PUBLIC ${PROJECT_SOURCE_DIR}/cmake/musl)
target_compile_options(third_party_sha256 PRIVATE -w "SHELL:-iquote \"${TAUTLINE_THIRD_PARTY}/musl/src/crypt\"")

# Not tautline_flags: musl's code converts and shifts on purpose where the sanitizers would stop.
target_compile_options(third_party_math PRIVATE -ffp-contract=off -fno-builtin)
