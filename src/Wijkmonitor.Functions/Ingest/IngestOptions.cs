using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>The limits of taking files in.</summary>
public sealed class IngestOptions
{
    private const int ShortestLease = 15;
    private const int LongestLease = 60;
    private const int LongestPatience = 3600;

    /// <summary>The settings' section.</summary>
    public const string Section = "Ingest";

    /// <summary>The setting <c>Ingest__LeaseSeconds</c>: how long a file stays taken when the instance that has it dies; 15 to 60, 60 unless set.</summary>
    public int LeaseSeconds { get; init; } = LongestLease;

    /// <summary>The setting <c>Ingest__MaxFileBytes</c>: the largest file that is taken in; 512 MiB unless set.</summary>
    public long MaxFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>
    /// The setting <c>Ingest__PatienceSeconds</c>: how long after its drop a file that names an area or contract that is not known yet
    /// waits for it, before it is refused; 0 to 3600, 60 unless set.
    /// </summary>
    public int PatienceSeconds { get; init; } = 60;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static IngestOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<IngestOptions>() ?? new IngestOptions();
        if (options.LeaseSeconds is < ShortestLease or > LongestLease)
        {
            throw new InvalidOperationException($"{Section}__{nameof(LeaseSeconds)} is {options.LeaseSeconds}; it must be {ShortestLease} to {LongestLease}.");
        }

        if (options.PatienceSeconds is < 0 or > LongestPatience)
        {
            throw new InvalidOperationException($"{Section}__{nameof(PatienceSeconds)} is {options.PatienceSeconds}; it must be 0 to {LongestPatience}.");
        }

        return options.MaxFileBytes > 0 ? options : throw new InvalidOperationException($"{Section}__{nameof(MaxFileBytes)} must be more than 0.");
    }
}
