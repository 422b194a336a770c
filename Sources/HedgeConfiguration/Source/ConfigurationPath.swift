/// The way to a value in a configuration: `strategy[0].leg[1].contracts`.
struct ConfigurationPath: Hashable, CustomStringConvertible {
  enum Component: Hashable {
    case key(String)
    case index(Int)
  }

  let components: [Component]

  static let root = ConfigurationPath(components: [])

  static func / (path: ConfigurationPath, key: String) -> ConfigurationPath {
    ConfigurationPath(components: path.components + [.key(key)])
  }

  static func / (path: ConfigurationPath, index: Int) -> ConfigurationPath {
    ConfigurationPath(components: path.components + [.index(index)])
  }

  var description: String {
    var text = ""
    for component in components {
      switch component {
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += (text.isEmpty ? "" : ".") + Self.spelled(key)
      }
    }
    return text
  }

  /// A key as it is written in TOML: bare where it can be, quoted otherwise.
  static func spelled(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { SourceScanner.isBareKeyByte($0) }
    return isBare ? key : PrintableText.quoted(key)
  }
}
