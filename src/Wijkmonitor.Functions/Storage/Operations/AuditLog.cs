using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>Operation that is audited.</summary>
public enum AuditedOperation
{
    /// <summary>A delivery was confirmed.</summary>
    Confirmation,

    /// <summary>A delivery was withdrawn.</summary>
    Withdrawal,

    /// <summary>A year of a social mortgage was settled.</summary>
    Settlement,
}

/// <summary>Audited decision.</summary>
/// <param name="At">Time of the decision.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="About">The delivery, or the contract and year.</param>
/// <param name="ByRole">The role that decided, as it was said; no name of a person.</param>
/// <param name="CallerRoles">The roles that the caller was known by.</param>
/// <param name="Reason">Reason that was given; null for none.</param>
public sealed record AuditEntry(DateTimeOffset At, AuditedOperation Operation, string About, string ByRole, string CallerRoles, string? Reason);

/// <summary>The audit log: a blob for each decision made by HTTP, in its own container, and a log line.</summary>
/// <remarks>
/// Entries are only added. In Azure the container's policy keeps everybody from overwriting one, and from removing one once the policy is locked. An entry
/// names roles and never a person.
/// </remarks>
public sealed partial class AuditLog(Containers containers, TimeProvider time, ILogger<AuditLog> logger)
{
    private static readonly BlobUploadOptions IfNotExists = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <summary>Adds a decision that was taken.</summary>
    public async Task AddAsync(
        AuditedOperation operation, string target, string byRole, string callerRoles, string? reason, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(time.GetUtcNow(), operation, target, byRole, callerRoles, reason);
        var path = string.Create(CultureInfo.InvariantCulture, $"{entry.At:yyyy'/'MM'/'dd'T'HHmmss'.'fff}-{Guid.NewGuid():n}.json");
        await WriteAsync(path, entry, cancellationToken);
        switch (operation)
        {
            case AuditedOperation.Confirmation:
                LogConfirmed(target, callerRoles);
                break;
            case AuditedOperation.Withdrawal:
                LogWithdrawn(target, callerRoles);
                break;
            default:
                LogSettled(target, callerRoles);
                break;
        }
    }

    private async Task WriteAsync(string path, AuditEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await containers.Audit.GetBlobClient(path).UploadAsync(
                new BinaryData(JsonSerializer.SerializeToUtf8Bytes(entry, StoredAuditJson.Default.AuditEntry)), IfNotExists, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The name is this entry's alone: the first try wrote it, and only its answer was lost.
        }
    }

    [LoggerMessage(150, LogLevel.Information, "Recorded the confirmation of delivery {Delivery}, by a caller with the roles {Roles}")]
    private partial void LogConfirmed(string delivery, string roles);

    [LoggerMessage(151, LogLevel.Information, "Recorded the withdrawal of delivery {Delivery}, by a caller with the roles {Roles}; the next run does it")]
    private partial void LogWithdrawn(string delivery, string roles);

    [LoggerMessage(152, LogLevel.Information, "Settled {ContractYear}, by a caller with the roles {Roles}")]
    private partial void LogSettled(string contractYear, string roles);
}
