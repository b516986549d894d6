namespace Azure.Data.Tables.Pipeline;

/// <summary>The answer that there is no such entity.</summary>
internal sealed class AbsentResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException($"{response.Status} {response.ReasonPhrase}: the answer has no value.");

    public override Response GetRawResponse() => response;
}
