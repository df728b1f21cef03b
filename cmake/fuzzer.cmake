# TAUTLINE_FUZZ stays on only where the compiler has libFuzzer: clang, with its run-time libraries installed.
if(TAUTLINE_FUZZ)
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_FLAGS -fsanitize=fuzzer)
  set(CMAKE_TRY_COMPILE_TARGET_TYPE EXECUTABLE)
  check_cxx_source_compiles("#include <cstddef>
    extern \"C\" int LLVMFuzzerTestOneInput(const unsigned char*, std::size_t) { return 0; }
    #define main not_ours
    int main() { return 0; }" TAUTLINE_HAS_FUZZER)
  unset(CMAKE_REQUIRED_FLAGS)
  if(NOT TAUTLINE_HAS_FUZZER)
    set(TAUTLINE_FUZZ OFF)
  endif()
endif()
