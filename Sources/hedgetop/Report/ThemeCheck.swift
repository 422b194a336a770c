import FoundationEssentials
import Panels

/// A theme, where it comes from, and whether it can be used.
struct ThemeCheck {
  let name: String
  let origin: String
  /// Nil when it cannot be used.
  let theme: Theme?
  /// Why it cannot be used, a line each.
  let faults: [String]

  /// A theme of the library.
  init(name: String, in library: ThemeLibrary) {
    self.name = name
    switch library.origin(of: name) {
    case .file(let path): origin = path
    case .builtIn, nil: origin = "built in"
    }
    (theme, faults) = Self.result { try library.theme(named: name) }
  }

  /// A file the user names.
  init(file: String) {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    name = last.hasSuffix(".theme") ? String(last.dropLast(6)) : last
    origin = file
    (theme, faults) = Self.result { [name] in
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw ProgramFailure(.configuration, "\(file): cannot be read; check the path and its permissions")
      }
      let parsed = try ThemeFile(bytes: bytes, file: file)
      return Theme(name: name, file: parsed)
    }
  }

  private static func result(_ make: () throws -> Theme) -> (Theme?, [String]) {
    do {
      return (try make(), [])
    } catch {
      return (nil, String(describing: error).split(separator: "\n").map(String.init))
    }
  }

  /// One line a theme, then the faults.
  static func table(_ checks: [ThemeCheck]) -> String {
    var table = TextTable([.init("theme", .words), .init("", .words), .init("from", .words)])
    for check in checks { table.add([check.name, check.theme == nil ? "cannot be used" : "ok", check.origin]) }
    return table.text() + checks.flatMap(\.faults).map { $0 + "\n" }.joined()
  }
}
