import Foundation
import Panels

/// The themes there are to choose from: the built-in ones and the files of the themes folders.
struct ThemeLibrary {
  /// Where a theme comes from.
  enum Origin: Equatable {
    /// The program itself.
    case builtIn
    /// A file.
    case file(String)
  }

  private let origins: [(name: String, origin: Origin)]

  /// The built-in themes and those of the folders; of two with the same name the later one counts, so that a user's
  /// own file replaces a built-in theme. A folder that does not exist holds none.
  init(folders: [String]) {
    var found = BuiltinThemes.names.map { (name: $0, origin: Origin.builtIn) }
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in files.sorted() where file.hasSuffix(".theme") {
        let name = String(file.dropLast(6))
        found.removeAll { $0.name == name }
        found.append((name, .file("\(folder)/\(file)")))
      }
    }
    origins = found
  }

  /// All names, the built-in themes first.
  var names: [String] { origins.map(\.name) }

  /// Where the theme of that name comes from; nil when there is none.
  func origin(of name: String) -> Origin? {
    origins.first { $0.name == name }?.origin
  }

  /// Reads a theme.
  ///
  /// - Throws: ``ProgramFailure`` when there is none of that name or its file is not understood.
  func theme(named name: String) throws -> Theme {
    switch origin(of: name) {
    case nil:
      throw ProgramFailure(
        .configuration, "there is no theme \(name); hedgetop themes lists those there are")
    case .builtIn: return BuiltinThemes.theme(named: name) ?? BuiltinThemes.standard
    case .file(let path): return try read(path, name: name)
    }
  }

  private func read(_ path: String, name: String) throws -> Theme {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ProgramFailure(.configuration, "\(path): cannot be read; check its permissions")
    }
    do {
      return try Theme(name: name, bytes: bytes)
    } catch {
      throw ProgramFailure(.configuration, String(describing: error))
    }
  }
}
