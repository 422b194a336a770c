import FoundationEssentials
import NIOSSL

/// What a test server shows of itself. The files are made by `Certificates/make`.
public enum TestCertificate: String, CaseIterable, Sendable {
  /// For `localhost` and 127.0.0.1, by ``authority``.
  case right
  /// By ``authority``, for another host.
  case wrongHost = "wrong-host"
  /// By ``authority``, for the right host, until 2021.
  case expired
  /// For the right host, by an authority nobody knows.
  case unknownAuthority = "unknown-authority"

  /// The certificate, in PEM, of the authority that tests trust.
  public static func authority() throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "authority.pem")))
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Certificates")

  func configuration() throws -> TLSConfiguration {
    let certificates = try NIOSSLCertificate.fromPEMFile(Self.folder.appending(path: "\(rawValue).pem").path)
    let key = try NIOSSLPrivateKey(file: Self.folder.appending(path: "\(rawValue).key.pem").path, format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv1
    return configuration
  }
}
