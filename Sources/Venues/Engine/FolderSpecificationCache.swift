import FoundationEssentials

/// Keeps specifications as files of a folder, which is made when it is needed.
public struct FolderSpecificationCache: SpecificationCache {
  /// Larger files are not ours.
  private static let largest = 64 << 20
  private let folder: String

  /// Files in `folder`.
  public init(folder: String) {
    self.folder = folder
  }

  /// What `name.json` holds; nil when it is not there, cannot be read, or is too large.
  public func load(_ name: String) -> [UInt8]? {
    guard let path = path(name), let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.largest
    else { return nil }
    return Array(bytes)
  }

  /// Writes `name.json` whole or not at all.
  public func save(_ bytes: [UInt8], as name: String) {
    guard let path = path(name) else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: path), options: .atomic)
  }

  /// Nil for a name that could leave the folder.
  private func path(_ name: String) -> String? {
    let allowed = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    return allowed && !name.isEmpty ? "\(folder)/\(name).json" : nil
  }
}
