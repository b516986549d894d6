using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Security;

/// <summary>Visibility of figures by the current definitions of datasets.</summary>
public sealed class VisibilityPolicy(CurrentDatasets datasets)
{
    /// <summary>
    /// Whether the figures of a dataset are for an audience. Those of a dataset that is not defined any more are for nobody but the
    /// administrator.
    /// </summary>
    public bool IsVisibleTo(Audience audience, string dataset) => audience switch
    {
        Audience.Public => GetVisibility(dataset) == DatasetVisibility.Public,
        Audience.Partners => GetVisibility(dataset) is DatasetVisibility.Public or DatasetVisibility.Partners,
        _ => true,
    };

    /// <summary>Whether a scorecard of a kind that is not for everybody is for an audience, whatever it was computed from.</summary>
    public static bool IsVisibleTo(Audience audience, Scorecard scorecard) => IsVisibleTo(audience, scorecard.Visibility);

    /// <summary>Whether scorecards that are for some only are for an audience; null where the datasets of their inputs alone decide.</summary>
    public static bool IsVisibleTo(Audience audience, DatasetVisibility? narrowed) => narrowed switch
    {
        DatasetVisibility.Partners => audience is not Audience.Public,
        DatasetVisibility.Owner => audience is Audience.Everything,
        _ => true,
    };

    /// <summary>Whether a record is for an audience: its dataset is, and so is each subject that it is or names.</summary>
    public bool IsVisibleTo(Audience audience, AreaRecord record, SubjectLookup subjects) =>
        IsVisibleTo(audience, record.Dataset) && subjects.GetLimits(record).All(limit => IsVisibleTo(audience, limit.Visibility));

    /// <summary>Whether a stored scorecard of a subject is for no more readers than its subject is now.</summary>
    /// <param name="limits">The limits of the subject.</param>
    /// <param name="reach">Area and municipalities that it was stored with.</param>
    /// <param name="audience">The widest audience that reads it.</param>
    public static bool IsWithin(IEnumerable<SubjectLimit> limits, ScorecardReach reach, Audience audience) => limits.All(limit =>
        IsVisibleTo(audience, limit.Visibility) && limit.Area == reach.Area && limit.Members.SequenceEqual(reach.Members));

    /// <summary>Whether somebody may see what a dataset says of an area.</summary>
    public bool CanSee(Caller caller, string dataset, AreaCode area) => CanSee(caller, GetVisibility(dataset), dataset, area);

    /// <summary>Whether somebody may see a record: its dataset, and each subject that it is or names.</summary>
    public bool CanSee(Caller caller, AreaRecord record, SubjectLookup subjects) =>
        CanSee(caller, record.Dataset, record.Area)
        && subjects.GetLimits(record).All(limit => limit.Region is { } region
            ? CanSee(caller, limit.Visibility, record.Dataset, caller.IsPartnerInRegion(limit.Area, region, limit.Members))
            : CanSee(caller, limit.Visibility, record.Dataset, limit.Area));

    /// <summary>Whether somebody may see an observation.</summary>
    public bool CanSee(Caller caller, Observation observation) => CanSee(caller, observation.Dataset, observation.Area);

    /// <summary>Whether somebody may see the deliveries of a dataset. Where it is for partners, all partners may.</summary>
    public static bool CanSeeDeliveries(Caller caller, DatasetDefinition definition) => definition.Visibility switch
    {
        DatasetVisibility.Public => true,
        DatasetVisibility.Partners => caller.HasRole(Roles.Partner) || caller.CanDeliver(definition.Id),
        _ => caller.CanDeliver(definition.Id),
    };

    /// <summary>Gets the narrowest audience that a caller belongs to for an area.</summary>
    public Audience GetAudience(Caller caller, AreaCode area) => GetAudience(caller, caller.IsPartnerIn(area));

    /// <summary>Gets the narrowest audience that a caller belongs to for a scorecard.</summary>
    /// <remarks>Of a region it is a partner in all of it, or in none.</remarks>
    public Audience GetAudience(Caller caller, ScorecardReach reach) => GetAudience(
        caller, reach.Region is { } region ? caller.IsPartnerInRegion(reach.Area, region, reach.Members) : caller.IsPartnerIn(reach.Area));

    private Audience GetAudience(Caller caller, bool isPartner)
    {
        if (!isPartner)
        {
            return Audience.Public;
        }

        var own = datasets.Ids.Where(dataset => GetVisibility(dataset) == DatasetVisibility.Owner).ToList();
        return caller.IsAdmin || (own.Count > 0 && own.TrueForAll(caller.CanDeliver)) ? Audience.Everything : Audience.Partners;
    }

    private static bool CanSee(Caller caller, DatasetVisibility visibility, string dataset, AreaCode area) =>
        CanSee(caller, visibility, dataset, caller.IsPartnerIn(area));

    private static bool CanSee(Caller caller, DatasetVisibility visibility, string dataset, bool isPartner) => visibility switch
    {
        DatasetVisibility.Public => true,
        DatasetVisibility.Partners => isPartner || caller.CanDeliver(dataset),
        _ => caller.CanDeliver(dataset),
    };

    private DatasetVisibility GetVisibility(string dataset) => datasets.Find(dataset)?.Visibility ?? DatasetVisibility.Owner;
}
