import Glibc

/// Starts a child in another folder. glibc has the call since 2.29, but its header hides the name from Swift.
enum SpawnFolder {
  private typealias AddChdir =
    @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32

  private static let addChdir: AddChdir? = dlsym(nil, "posix_spawn_file_actions_addchdir_np")
    .map { unsafeBitCast($0, to: AddChdir.self) }

  /// Makes the child start in `folder`; returns a system error, 0 for none.
  static func add(_ actions: inout posix_spawn_file_actions_t, _ folder: String) -> Int32 {
    addChdir?(&actions, folder) ?? ENOSYS
  }
}
