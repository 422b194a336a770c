import FoundationEssentials

/// A message of a venue as it was recorded.
public struct RecordedFrame: Sendable {
  /// Seconds since the recording's first message.
  public let time: Double
  /// What was sent.
  public let text: String

  /// A message; see the properties.
  public init(at time: Double = 0, _ text: String) {
    self.time = time
    self.text = text
  }

  /// What the venue sent in the recording at `path`: a JSON array of `{"t": seconds or null, "dir": "recv", "text": …}`
  /// in which other directions are left out. Without times all is sent at once.
  public static func load(_ path: String) throws -> [RecordedFrame] {
    struct Entry: Decodable {
      let t: Double?
      let dir: String
      let text: String
    }
    let data = try Data(contentsOf: URL(filePath: path))
    let entries = try JSONDecoder().decode([Entry].self, from: data).filter { $0.dir == "recv" }
    let start = entries.lazy.compactMap(\.t).first ?? 0
    return entries.map { RecordedFrame(at: max(0, ($0.t ?? start) - start), $0.text) }
  }
}
