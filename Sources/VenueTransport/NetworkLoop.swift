import NIOCore
import NIOPosix

/// The one thread on which all connections live. It starts when the first is made and ends with the program: one
/// thread reads more than all venues send, and costs one stack.
enum NetworkLoop {
  /// The thread's group, for those who ask for one.
  static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// The thread itself.
  static var loop: any EventLoop { group.any() }
}
