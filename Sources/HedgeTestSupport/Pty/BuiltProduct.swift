import Glibc

/// Finds the executables that were built together with the tests.
public enum BuiltProduct {
  /// The path of an executable target of this package, in the folder the running tests were built into.
  public static func path(named name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { throw PtyError("the path of the running tests is unknown") }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { throw PtyError("\(path) is in no folder") }
    let product = path[...slash] + name
    guard access(String(product), X_OK) == 0 else { throw PtyError("\(product) was not built") }
    return String(product)
  }
}
