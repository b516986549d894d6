using Wijkmonitor.Functions.Api.Querying;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Api;

/// <summary>A list of resources.</summary>
/// <param name="Items">The resources.</param>
public sealed record ItemList<T>(IReadOnlyList<T> Items)
{
    /// <summary>How many there are over all pages; null where the list is not paged.</summary>
    public int? Total { get; init; }

    /// <summary>The path and query of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>What the caller should know beside the answer; null for nothing.</summary>
    public IReadOnlyList<ApiWarning>? Warnings { get; init; }
}

/// <summary>A problem by RFC 9457, with its text in both languages.</summary>
/// <param name="Type">Always about:blank: the status says what kind it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong, in English.</param>
/// <param name="Message">What is wrong, in both languages.</param>
/// <param name="Errors">The fields that are wrong.</param>
public sealed record ProblemDetailsResource(
    string Type, string Title, int Status, string Detail, BilingualText Message, IReadOnlyList<FieldError>? Errors);

/// <summary>A field that is wrong.</summary>
/// <param name="Field">The path or query key.</param>
/// <param name="Value">Its value as read.</param>
public sealed record FieldError(string Field, string Value)
{
    /// <summary>What is wrong with it, where the problem's own message does not say that already.</summary>
    public BilingualText? Message { get; init; }
}

/// <summary>An area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">municipality, district, neighbourhood or custom.</param>
/// <param name="Municipality">The municipality that it lies in.</param>
/// <param name="Name">Its name, as of the newest of its boundary years.</param>
/// <param name="BoundaryYears">The years whose boundaries it is known in.</param>
public sealed record AreaResource(AreaCode Code, string Level, AreaCode Municipality, string Name, IReadOnlyList<int> BoundaryYears)
{
    /// <summary>The name of the municipality that it lies in, where areas of several are listed.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>An area from its entries in the register.</summary>
    public static AreaResource Of(IEnumerable<Area> sameCode)
    {
        var years = sameCode.OrderBy(area => area.BoundaryYear).ToList();
        var newest = years[^1];
        return new AreaResource(
            newest.Code, LevelText(newest.Code.Level), newest.Code.Municipality, newest.Name, [.. years.Select(area => area.BoundaryYear)]);
    }

    /// <summary>An area that was found by name.</summary>
    public static AreaResource Of(IndexedArea area) =>
        new(area.Code, LevelText(area.Code.Level), area.Code.Municipality, area.Name, area.BoundaryYears) { MunicipalityName = area.MunicipalityName };

    /// <summary>A level as the API writes it.</summary>
    public static string LevelText(AreaLevel level) => level.ToString().ToLowerInvariant();
}

/// <summary>An observation.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="State">What is known of the value.</param>
/// <param name="Value">The number, where known.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Provisional">Whether the publisher calls it provisional.</param>
/// <param name="Delivery">The delivery it came with.</param>
/// <param name="Line">The line of that file.</param>
public sealed record ObservationResource(
    AreaCode Area,
    Period Period,
    string Indicator,
    ObservedState State,
    decimal? Value,
    string Unit,
    string Dataset,
    int BoundaryYear,
    bool Provisional,
    string Delivery,
    int Line)
{
    /// <summary>How it was derived; absent where it was delivered. Delivery and line are then those of the crosswalk or the custom area.</summary>
    public DerivationKind? Derivation { get; init; }

    /// <summary>What it was derived from; absent where it was delivered.</summary>
    public IReadOnlyList<ScorecardInput>? From { get; init; }

    /// <summary>Why it could not be derived; absent where it has its value.</summary>
    public NotDerived? NotDerived { get; init; }

    /// <summary>An observation as it is served.</summary>
    public static ObservationResource Of(Observation observation, Indicator indicator) => new(
        observation.Area,
        observation.Period,
        observation.Indicator,
        observation.Value.State,
        observation.Value.Number,
        indicator.Unit,
        observation.Dataset,
        observation.BoundaryYear,
        observation.Provisional,
        observation.Source.Delivery,
        observation.Source.Line)
    {
        Derivation = observation.Derivation?.Kind,
        From = observation.Derivation is null ? null : ScorecardInput.Of("", observation).From,
        NotDerived = observation.Derivation?.Why,
    };
}

/// <summary>A municipality that the register knows.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; its code where the register has no name of it.</param>
/// <param name="Areas">How many areas of it are known, itself included.</param>
/// <param name="Href">Where its areas are.</param>
public sealed record MunicipalityResource(AreaCode Code, string Name, int Areas, string Href)
{
    /// <summary>A municipality as it is served.</summary>
    public static MunicipalityResource Of(KnownMunicipality municipality) =>
        new(municipality.Code, municipality.Name, municipality.Areas, $"/api/v1/municipalities/{municipality.Code}/areas");
}

/// <summary>A kind of scorecard that a municipality has.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Periods">The years that there are scorecards of it for.</param>
/// <param name="MayBeRanked">Whether areas may be put in an order by it; where not, they are listed by name.</param>
/// <param name="Href">Where they are.</param>
public sealed record ScorecardKindResource(string Kind, IReadOnlyList<Period> Periods, bool MayBeRanked, string Href);

/// <summary>A social mortgage and its years.</summary>
/// <param name="Contract">The latest version of the contract as agreed.</param>
/// <param name="Delivery">The delivery that it came with.</param>
/// <param name="Versions">All versions, by their start.</param>
/// <param name="Statements">A summary of the statement of each year, in order.</param>
public sealed record SocialMortgageResource(
    SocialMortgageContract Contract, string Delivery, IReadOnlyList<ContractVersionItem> Versions, IReadOnlyList<ScorecardSummary> Statements);

/// <summary>A version of a contract.</summary>
/// <param name="Version">Its name.</param>
/// <param name="ValidFrom">The day from which it counts.</param>
/// <param name="Replaces">The version of the same day that it takes the place of.</param>
/// <param name="Delivery">The delivery that it came with.</param>
public sealed record ContractVersionItem(string Version, DateOnly ValidFrom, string? Replaces, string Delivery);

/// <summary>A delivery.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="File">The file's name.</param>
/// <param name="State">checking, pending, confirmed, storing, scoring, served, refused, withdrawing, restored or withdrawn.</param>
/// <param name="ReceivedAt">When it was dropped.</param>
/// <param name="StoredAt">When its rows were stored; of two deliveries about the same, the one stored last counts.</param>
/// <param name="CompletedAt">When its state became final.</param>
/// <param name="RepeatedAt">When the same file was dropped again without effect.</param>
/// <param name="Sha256">The checksum of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Values">How many values they hold.</param>
/// <param name="Errors">How many errors it has.</param>
/// <param name="Warnings">How many warnings it has.</param>
/// <param name="Municipalities">The municipalities that it is about.</param>
/// <param name="Problems">Where its problems are.</param>
public sealed record DeliveryResource(
    string Id,
    string Dataset,
    string File,
    string State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? StoredAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? RepeatedAt,
    string Sha256,
    long Bytes,
    int Rows,
    int Values,
    int Errors,
    int Warnings,
    IReadOnlyList<string> Municipalities,
    string Problems)
{
    /// <summary>When it was taken up.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When its check was done.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>How long it took, in seconds; absent before it is served, withdrawn or refused.</summary>
    public DeliveryDuration? Duration { get; init; }

    /// <summary>What a run is doing with it, and how far it is; absent where nothing is being done, or only just.</summary>
    public DeliveryProgressResource? Progress { get; init; }

    /// <summary>The years that its figures are about.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The deliveries whose values it took the place of.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>How many values it added, changed, took away and left as they were.</summary>
    public ChangeCounts? Changes { get; init; }

    /// <summary>What was decided about it, in order.</summary>
    public IReadOnlyList<DeliveryDecision> Decisions { get; init; } = [];

    /// <summary>Where its changes are; absent where they are not known.</summary>
    public string? Diff { get; init; }

    /// <summary>A delivery as it is served.</summary>
    public static DeliveryResource Of(Delivery delivery) => Of(delivery, progress: null);

    /// <summary>A delivery as it is served, with how far the work on it is.</summary>
    public static DeliveryResource Of(Delivery delivery, DeliveryProgress? progress) => new(
        delivery.Id,
        delivery.Dataset,
        delivery.File,
        delivery.State.ToString().ToLowerInvariant(),
        delivery.ReceivedAt,
        delivery.StoredAt,
        delivery.CompletedAt,
        delivery.RepeatedAt,
        delivery.Sha256,
        delivery.Bytes,
        delivery.Rows,
        delivery.Values,
        delivery.Errors,
        delivery.Warnings,
        delivery.Municipalities,
        $"/api/v1/deliveries/{delivery.Id}/problems")
    {
        StartedAt = delivery.StartedAt,
        CheckedAt = delivery.CheckedAt,
        Duration = DeliveryDuration.Of(delivery),
        Progress = progress is null ? null : DeliveryProgressResource.Of(progress),
        Periods = delivery.Periods,
        Supersedes = delivery.Supersedes,
        Changes = delivery.Changes,
        Decisions = delivery.Decisions,
        Diff = delivery.Changes is null ? null : $"/api/v1/deliveries/{delivery.Id}/diff",
    };
}

/// <summary>How long a delivery took, in seconds.</summary>
/// <param name="Waiting">From the drop until it was taken up.</param>
/// <param name="Checking">Until it was checked.</param>
/// <param name="Storing">Until it was stored; with it the time that it waited for confirmation. Absent for one that was refused.</param>
/// <param name="Scoring">Until its scorecards were computed. Absent for one that was refused.</param>
public sealed record DeliveryDuration(double Waiting, double Checking, double? Storing, double? Scoring)
{
    /// <summary>The duration of a delivery; null where it is not over, or nobody measured it.</summary>
    public static DeliveryDuration? Of(Delivery delivery) =>
        delivery is { StartedAt: { } started, CheckedAt: { } @checked, CompletedAt: { } completed, State: DeliveryState.Served or DeliveryState.Refused }
            ? new DeliveryDuration(
                Seconds(delivery.ReceivedAt, started),
                Seconds(started, @checked),
                delivery.StoredAt is { } stored ? Seconds(@checked, stored) : null,
                delivery.StoredAt is { } before ? Seconds(before, completed) : null)
            : null;

    // The storage keeps the moment of a drop to the second, and clocks differ a little.
    private static double Seconds(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, Math.Round((to - from).TotalSeconds, 3));
}

/// <summary>What a run is doing with a delivery.</summary>
/// <param name="Stage">checking, comparing, storing, restoring or scoring.</param>
/// <param name="Done">How many rows of the stage are done; while scoring, how many municipalities.</param>
/// <param name="Total">Of how many; while checking, the lines of the file.</param>
/// <param name="At">When this was said: where it is long ago, the run was broken off and the next one goes on.</param>
public sealed record DeliveryProgressResource(string Stage, int Done, int Total, DateTimeOffset At)
{
    /// <summary>Progress as it is served.</summary>
    public static DeliveryProgressResource Of(DeliveryProgress progress) =>
        new(progress.Stage.ToString().ToLowerInvariant(), progress.Done, progress.Total, progress.At);
}

/// <summary>A decision about a delivery, as it is asked for.</summary>
public sealed record DeliveryDecisionRequest
{
    /// <summary>The longest name of a role.</summary>
    public const int LongestRole = 200;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 2000;

    /// <summary>The role that decides; a role, no name of a person.</summary>
    public required string ByRole { get; init; }

    /// <summary>Why; may be left out.</summary>
    public string? Reason { get; init; }
}

/// <summary>The problems of a delivery.</summary>
/// <param name="Errors">How many errors there are.</param>
/// <param name="Warnings">How many warnings there are.</param>
/// <param name="ByCode">How many problems there are of each code.</param>
/// <param name="Items">The problems that were kept whole: the first thousand.</param>
public sealed record ProblemList(int Errors, int Warnings, IReadOnlyDictionary<string, int> ByCode, IReadOnlyList<RowProblem> Items);
