# Where the pinned third-party sources lie. build-scripts/install unpacks them here from verified archives;
# THIRD_PARTY.md says what each one is for. Nothing is downloaded while configuring.
set(TAUTLINE_THIRD_PARTY "${PROJECT_SOURCE_DIR}/build/third_party" CACHE PATH "Folder that build-scripts/install fills")

foreach(part imgui catch2 json musl)
  if(NOT EXISTS "${TAUTLINE_THIRD_PARTY}/${part}")
    message(FATAL_ERROR "${TAUTLINE_THIRD_PARTY}/${part} is missing: run build-scripts/install first")
  endif()
endforeach()

# nlohmann/json: headers only, in a private folder so that no host header can shadow the WebAssembly ones.
add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE ${TAUTLINE_THIRD_PARTY}/json)
target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION=1 JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0)

# Dear ImGui: core and draw lists only; no demo, no file access, no built-in font (we bring our own).
add_library(third_party_imgui STATIC
  ${TAUTLINE_THIRD_PARTY}/imgui/imgui.cpp ${TAUTLINE_THIRD_PARTY}/imgui/imgui_draw.cpp
  ${TAUTLINE_THIRD_PARTY}/imgui/imgui_tables.cpp ${TAUTLINE_THIRD_PARTY}/imgui/imgui_widgets.cpp)
target_include_directories(third_party_imgui SYSTEM PUBLIC ${TAUTLINE_THIRD_PARTY}/imgui)
target_compile_definitions(third_party_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT)
target_compile_options(third_party_imgui PRIVATE -fno-exceptions -fno-rtti)
target_link_libraries(third_party_imgui PUBLIC tautline_flags)
