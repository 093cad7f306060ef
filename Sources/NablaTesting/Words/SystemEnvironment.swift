// The environment of the process.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum SystemEnvironment {
  static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
