// A call of a student's function: what it throws is something to say.

/// What a student's function gives.
///
/// - Throws: "not attempted" where a step is not written that the function needs; else what it threw.
func called<Answer>(
  _ function: StudentFunction, _ body: () throws -> Answer
) throws(FindingError) -> Answer {
  do {
    return try body()
  } catch is NotWritten {
    throw FindingError(.notAttempted)
  } catch {
    throw FindingError(.threw(function, "\(error)"))
  }
}
