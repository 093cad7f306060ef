// The platform's C library, under one roof for the files that talk to terminals and files.

#if canImport(Darwin)
  @_exported import Darwin
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Glibc
#endif

/// The system's `write`, where a method of that name stands in front of it.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The system's `open` and `close`, where methods of these names stand in front of them.
func systemOpen(_ path: String, _ mode: Int32) -> Int32 { open(path, mode, 0o666) }
func systemClose(_ descriptor: Int32) { close(descriptor) }

/// The system's `pipe`, where something else has that name.
func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
