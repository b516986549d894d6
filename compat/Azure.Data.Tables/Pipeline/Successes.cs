using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>The answers that are no errors, for each kind of request: they are not logged as failures either.</summary>
internal static class Successes
{
    public static ResponseClassifier Accepted { get; } = new StatusCodeClassifier([202]);

    public static ResponseClassifier Created { get; } = new StatusCodeClassifier([201, 204]);

    public static ResponseClassifier CreatedOrExisting { get; } = new StatusCodeClassifier([201, 204, 409]);

    public static ResponseClassifier Changed { get; } = new StatusCodeClassifier([204]);

    public static ResponseClassifier GoneOrAbsent { get; } = new StatusCodeClassifier([204, 404]);

    public static ResponseClassifier Found { get; } = new StatusCodeClassifier([200]);

    public static ResponseClassifier FoundOrAbsent { get; } = new StatusCodeClassifier([200, 404]);
}
