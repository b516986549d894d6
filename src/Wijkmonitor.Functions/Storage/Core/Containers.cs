using Azure.Storage.Blobs;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>The blob containers.</summary>
public sealed class Containers(BlobServiceClient service)
{
    /// <summary>Container in which data teams drop files: <c>{dataset}/{any name}</c>.</summary>
    public BlobContainerClient Inbox { get; } = service.GetBlobContainerClient("inbox");

    /// <summary>Every file that was accepted, as it was delivered: the source of truth.</summary>
    public BlobContainerClient Archive { get; } = service.GetBlobContainerClient("archive");

    /// <summary>Every file that was refused, with its problems next to it.</summary>
    public BlobContainerClient Rejected { get; } = service.GetBlobContainerClient("rejected");

    /// <summary>Files that wait for somebody's confirmation, with their problems next to them.</summary>
    public BlobContainerClient Pending { get; } = service.GetBlobContainerClient("pending");

    /// <summary>Empty blobs whose leases keep instances apart.</summary>
    public BlobContainerClient Locks { get; } = service.GetBlobContainerClient("locks");

    /// <summary>Container of the deployment's configuration: definitions of datasets that replace built-in ones.</summary>
    public BlobContainerClient Config { get; } = service.GetBlobContainerClient("config");

    /// <summary>The audit log. Written once: in Azure a policy refuses to overwrite what is in it, and to remove it once the policy is locked.</summary>
    public BlobContainerClient Audit { get; } = service.GetBlobContainerClient("audit");

    /// <summary>The years that were settled, with their statements. Written once, as the audit log.</summary>
    public BlobContainerClient Settlements { get; } = service.GetBlobContainerClient("settlements");

    /// <summary>All of them.</summary>
    public IReadOnlyList<BlobContainerClient> All => [Inbox, Archive, Rejected, Pending, Locks, Config, Audit, Settlements];
}
