namespace Wijkmonitor.OpenApi;

/// <summary>An error in the parts of a document.</summary>
/// <param name="Location">The file, with line and column where these are known.</param>
/// <param name="Message">A description of the error.</param>
public sealed record DocumentError(string Location, string Message);

/// <summary>Thrown when the parts do not make a valid OpenAPI document.</summary>
public sealed class InvalidDocumentException(IReadOnlyList<DocumentError> errors) : Exception("The OpenAPI document is invalid.")
{
    /// <summary>Gets all errors that were found.</summary>
    public IReadOnlyList<DocumentError> Errors { get; } = errors;
}
