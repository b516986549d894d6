using System.Text.Json;
using Azure;
using Azure.Identity;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

public sealed class StorageFailureTests
{
    public static TheoryData<string> StorageFailures => [.. Cases.Where(c => c.IsOfTheStorage).Select(c => c.Name)];

    public static TheoryData<string> WorkFailures => [.. Cases.Where(c => !c.IsOfTheStorage).Select(c => c.Name)];

    private static IEnumerable<(string Name, Exception Exception, bool IsOfTheStorage)> Cases =>
    [
        .. new[] { 0, 401, 403, 408, 429, 500, 502, 503, 504 }.Select(status => ($"{status}", (Exception)new RequestFailedException(status, ""), true)),
        .. new[] { 400, 404, 409, 411, 412, 413, 416 }.Select(status => ($"{status}", (Exception)new RequestFailedException(status, ""), false)),
        ("no connection", new IOException(), true),
        ("network timeout", new TaskCanceledException(), true),
        ("no identity", new CredentialUnavailableException(""), true),
        ("identity refused", new AuthenticationFailedException(""), true),
        ("tried in vain", new AggregateException(new RequestFailedException(0, ""), new TaskCanceledException()), true),
        ("tried in vain and refused", new AggregateException(new RequestFailedException(503, ""), new RequestFailedException(400, "")), false),
        ("nothing tried", new AggregateException(), false),
        ("damaged data", new InvalidDataException(), false),
        ("damaged JSON", new JsonException(), false),
        ("fault in the code", new InvalidOperationException(), false),
    ];

    [Theory]
    [MemberData(nameof(StorageFailures))]
    public void A_transient_failure_counts_as_unavailable_storage(string name) => Assert.True(StorageFailure.IsUnavailable(Named(name)));

    [Theory]
    [MemberData(nameof(WorkFailures))]
    public void A_failure_of_the_work_does_not_count_as_unavailable_storage(string name) => Assert.False(StorageFailure.IsUnavailable(Named(name)));

    private static Exception Named(string name) => Cases.Single(c => c.Name == name).Exception;
}
