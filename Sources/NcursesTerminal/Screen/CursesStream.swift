import Glibc

/// A C stream over a copy of a descriptor, as ncurses wants them.
@MainActor
final class CursesStream {
  let file: UnsafeMutablePointer<FILE>
  private var isOpen = true

  /// A stream over a copy of `descriptor`; `nil` where there are no more descriptors.
  init?(copying descriptor: CInt, mode: String) {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return nil }
    guard let file = fdopen(copy, mode) else {
      Glibc.close(copy)
      return nil
    }
    self.file = file
  }

  /// Closes the stream and its copy of the descriptor.
  func close() {
    guard isOpen else { return }
    isOpen = false
    fclose(file)
  }
}
