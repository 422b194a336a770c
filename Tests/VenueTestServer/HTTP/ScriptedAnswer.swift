/// What the server answers to a request.
public struct ScriptedAnswer: Sendable {
  /// What goes over the wire.
  public enum Content: Sendable {
    /// A whole answer of HTTP.
    case http(status: Int, headers: [(name: String, value: String)], body: [UInt8])
    /// These bytes, whatever they are, and the end of the connection.
    case raw([UInt8])
    /// Nothing, ever.
    case silence
  }

  /// What goes over the wire.
  public let content: Content
  /// How long the server waits before it answers.
  public let delay: Duration

  /// An answer of HTTP; see ``Content/http(status:headers:body:)``.
  public init(
    _ status: Int = 200, headers: KeyValuePairs<String, String> = [:], body: [UInt8] = [], delay: Duration = .zero
  ) {
    content = .http(status: status, headers: headers.map { ($0.key, $0.value) }, body: body)
    self.delay = delay
  }

  /// Text, as JSON unless `headers` say otherwise.
  public init(
    _ status: Int = 200, headers: KeyValuePairs<String, String> = [:], text: String, delay: Duration = .zero
  ) {
    self.init(status, headers: headers, body: Array(text.utf8), delay: delay)
  }

  private init(_ content: Content) {
    self.content = content
    delay = .zero
  }

  /// An answer that is not HTTP.
  public static func raw(_ bytes: [UInt8]) -> ScriptedAnswer { ScriptedAnswer(.raw(bytes)) }

  /// No answer.
  public static var silence: ScriptedAnswer { ScriptedAnswer(.silence) }
}
