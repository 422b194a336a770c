import Foundation
import HedgeConfiguration
import HedgeModel
import Testing

/// A folder of its own for each test, removed afterwards.
@Suite final class FileTests {
  private let folder = NSTemporaryDirectory() + "hedgetop-configuration-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func message(_ path: String) -> String? {
    do throws(ConfigurationError) {
      _ = try Configuration.load(from: path, now: testNow)
      return nil
    } catch {
      return error.description
    }
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("init writes a file that loads, for its owner only, in folders for their owner only")
  func writeExample() throws {
    let path = folder + "/new/hedgetop/config.toml"
    try ConfigurationWriter.writeExample(to: path)
    #expect(message(path) == nil)
    #expect(try permissions(path) == 0o600)
    #expect(try permissions(folder + "/new/hedgetop") == 0o700)
    #expect(try permissions(folder + "/new") == 0o700)
  }

  @Test("a file that exists is never overwritten")
  func neverOverwrites() throws {
    let path = folder + "/config.toml"
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    let error = try #require(throws: ConfigurationError.self) { try ConfigurationWriter.writeExample(to: path) }
    #expect(error.description == "\(path): exists and is left as it is; move it away or name another file")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test("a link is not followed to a new file")
  func linkIsNotFollowed() throws {
    let path = folder + "/link.toml"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/elsewhere.toml")
    #expect(throws: ConfigurationError.self) { try ConfigurationWriter.writeExample(to: path) }
    #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere.toml"))
  }

  @Test("what is no configuration file is refused with its reason")
  func unreadable() throws {
    let missing = folder + "/missing.toml"
    #expect(message(missing) == "\(missing): does not exist; hedgetop init writes an example to start from")
    #expect(message(folder) == "\(folder): is a folder, expected a file; name the file in it")
    #expect(message("/dev/zero") == "/dev/zero: is no ordinary file; expected a configuration file")
    let below = folder + "/config.toml/x"
    try "a = 1".write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    #expect(message(below) == "\(below): is inside something that is no folder")
    #expect(message("") == ": does not exist; hedgetop init writes an example to start from")
  }

  @Test("a file above 4 MiB is refused")
  func tooLarge() throws {
    let path = folder + "/large.toml"
    try Data(repeating: UInt8(ascii: "#"), count: 4 * 1024 * 1024 + 1).write(to: URL(fileURLWithPath: path))
    #expect(message(path) == "\(path): is larger than 4 MiB, too large for a configuration")
  }

  @Test("bytes that are not UTF-8 are refused with their place")
  func notUTF8() throws {
    let path = folder + "/latin.toml"
    try Data(Array("name = \"a\"\nx = \"caf".utf8) + [0xE9] + Array("\"\n".utf8)).write(to: URL(fileURLWithPath: path))
    #expect(message(path) == "\(path):2:9: is not UTF-8 text; save it in that encoding")
  }

  @Test("relative recordings are found beside the configuration")
  func folderOfFile() throws {
    let path = folder + "/replay.toml"
    try ExampleConfiguration.replay.write(toFile: path, atomically: true, encoding: .utf8)
    guard case .replay(let replay) = try Configuration.load(from: path, now: testNow).feed else {
      Issue.record("not a replay")
      return
    }
    #expect(replay.prices == ["\(folder)/daily_closes.csv"])
  }
}
