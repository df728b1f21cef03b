# What every WebAssembly program needs at link time, whichever Emscripten links it.

# Debian's Emscripten finds Debian's JavaScript packages only through NODE_PATH when node is not Debian's.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs:$ENV{NODE_PATH}")
endif()

# What makes the page's engine small and how it gets memory; what measures it (tests/bench) is linked in the same way.
# The passes run twice over after the linker's own: 2 KiB less to load.
set(TAUTLINE_ENGINE_OPTIONS -sMALLOC=emmalloc -sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz)

# The stack lies below the static data, so that an overflow traps instead of overwriting what is there.
# Its size has had two names.
set(TAUTLINE_STACK_OPTIONS -Wl,--stack-first)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  list(APPEND TAUTLINE_STACK_OPTIONS -sTOTAL_STACK=1MB)
else()
  list(APPEND TAUTLINE_STACK_OPTIONS -sSTACK_SIZE=1MB)
endif()
