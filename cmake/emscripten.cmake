# Finds Emscripten's own CMake toolchain file through the emcc on PATH (Debian's package, emsdk or another).
if(DEFINED EMSCRIPTEN_ROOT_PATH)
  set(tautline_emscripten_root "${EMSCRIPTEN_ROOT_PATH}")
else()
  find_program(TAUTLINE_EMCC emcc)
  if(NOT TAUTLINE_EMCC)
    message(FATAL_ERROR "emcc is not on PATH: run build-scripts/install, or activate an emsdk")
  endif()
  file(REAL_PATH "${TAUTLINE_EMCC}" tautline_emcc_real)
  cmake_path(GET tautline_emcc_real PARENT_PATH tautline_emscripten_root)
  if(NOT EXISTS "${tautline_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
    # emcc is a wrapper script: its em-config knows.
    execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE tautline_emscripten_root
      OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
endif()
include("${tautline_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
