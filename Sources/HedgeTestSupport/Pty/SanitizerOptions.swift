import Glibc

/// What the sanitizers go by, to be handed on to programs that tests start in an environment of their own.
///
/// A program built with a sanitizer would otherwise run under other rules than the tests that watch it: it would
/// report elsewhere, look for leaks at its end, or take the signals of a crash away from the program's own handler.
public enum SanitizerOptions {
  private static let names = ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"]

  /// The variables that are set for the running tests; none in an ordinary run.
  public static let environment: [String: String] = names.reduce(into: [:]) { found, name in
    if let value = getenv(name) { found[name] = String(cString: value) }
  }

  /// True where the tests run under one: it keeps memory that was given back for a while, so how much a program takes says
  /// nothing.
  public static let isInUse = !environment.isEmpty
}
