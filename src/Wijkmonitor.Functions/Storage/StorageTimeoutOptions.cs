using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Storage;

/// <summary>How long the storage is waited for. Together they bound every call: no longer than the limit on trying again and one try.</summary>
public sealed class StorageTimeoutOptions
{
    private const int LongestTry = 300;
    private const int LongestRetry = 600;

    /// <summary>The settings' section.</summary>
    public const string Section = "StorageTimeouts";

    /// <summary>The setting <c>StorageTimeouts__TableSeconds</c>: how long one try at a call to the tables may take; 1 to 300, 10 unless set.</summary>
    public int TableSeconds { get; init; } = 10;

    /// <summary>The setting <c>StorageTimeouts__BlobSeconds</c>: the same for blobs, of which a try may send or fetch a whole block; 1 to 300, 60 unless set.</summary>
    public int BlobSeconds { get; init; } = 60;

    /// <summary>The setting <c>StorageTimeouts__RetrySeconds</c>: how long after its begin a call may still be tried again; 0 to 600, 20 unless set.</summary>
    public int RetrySeconds { get; init; } = 20;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static StorageTimeoutOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<StorageTimeoutOptions>() ?? new StorageTimeoutOptions();
        Check(nameof(TableSeconds), options.TableSeconds, 1, LongestTry);
        Check(nameof(BlobSeconds), options.BlobSeconds, 1, LongestTry);
        Check(nameof(RetrySeconds), options.RetrySeconds, 0, LongestRetry);
        return options;
    }

    private static void Check(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new InvalidOperationException($"{Section}__{name} is {value}; it must be {least} to {most}.");
        }
    }
}
