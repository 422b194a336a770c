import ArgumentParser

/// The unit file by which systemd runs the service.
struct ServiceUnit {
  /// Whose service it is.
  enum Kind: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// A user's own: `systemctl --user`.
    case user
    /// The machine's, run as a user that can do nothing else.
    case system
  }

  let kind: Kind
  /// The path of the program.
  let program: String
  /// The paths of the configurations; none for the one at the usual place.
  let configurations: [String]

  /// The text of the file.
  var text: String {
    let sections = [
      ["[Unit]", "Description=hedgetop, watching a hedge"]
        + (kind == .system ? ["Wants=network-online.target", "After=network-online.target"] : []),
      ["[Service]"] + service + hardening + (kind == .system ? systemHardening : []),
      ["[Install]", "WantedBy=\(kind == .user ? "default" : "multi-user").target"],
    ]
    return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var service: [String] {
    let arguments = [program, "run"] + configurations.flatMap { ["--config", $0] }
    return [
      "Type=notify", "NotifyAccess=main", "ExecStart=" + arguments.map(Self.quoted).joined(separator: " "),
      "ExecReload=/bin/kill -HUP $MAINPID",
      "# A configuration or a command line that is wrong is not better five seconds later.",
      "Restart=on-failure", "RestartSec=5", "RestartPreventExitStatus=3 64", "WatchdogSec=60", "TimeoutStopSec=20",
    ] + places
  }

  /// Where configuration, journal, cache and socket are: a user's at the usual places.
  private var places: [String] {
    guard kind == .system else { return [] }
    return [
      "User=hedgetop", "Environment=XDG_CONFIG_HOME=/etc XDG_STATE_HOME=/var/lib XDG_CACHE_HOME=/var/cache",
      "Environment=XDG_RUNTIME_DIR=/run", "ConfigurationDirectory=hedgetop", "StateDirectory=hedgetop",
      "StateDirectoryMode=0700", "CacheDirectory=hedgetop", "CacheDirectoryMode=0700", "RuntimeDirectory=hedgetop",
      "RuntimeDirectoryMode=0700",
    ]
  }

  private var hardening: [String] {
    [
      "", "UMask=0077", "NoNewPrivileges=yes", "LockPersonality=yes", "RestrictRealtime=yes", "RestrictSUIDSGID=yes",
      "RestrictNamespaces=yes", "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
      "SystemCallArchitectures=native", "SystemCallFilter=@system-service", "SystemCallErrorNumber=EPERM",
      "# A feed that is a program of yours may need more: JIT compilers need this line gone.",
      "MemoryDenyWriteExecute=yes", "MemoryMax=512M", "TasksMax=256",
    ]
  }

  /// What only the system's manager may take away.
  private var systemHardening: [String] {
    [
      "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "ProtectClock=yes",
      "ProtectHostname=yes", "ProtectKernelLogs=yes", "ProtectKernelModules=yes", "ProtectKernelTunables=yes",
      "ProtectControlGroups=yes", "ProtectProc=invisible", "CapabilityBoundingSet=", "AmbientCapabilities=",
      "KeyringMode=private",
    ]
  }

  /// A word of a command line as systemd reads it: `%` and `$` are doubled, and what has blanks stands in quotes.
  static func quoted(_ word: String) -> String {
    let doubled = word.replacing("\\", with: "\\\\").replacing("%", with: "%%").replacing("$", with: "$$")
    let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || "\"'\\;".contains($0) }
    return isPlain ? doubled : "\"\(doubled.replacing("\"", with: "\\\""))\""
  }
}
