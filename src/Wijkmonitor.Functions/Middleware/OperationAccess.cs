using Wijkmonitor.Functions.Api.Fallback;
using Wijkmonitor.Functions.Dashboard;
using Wijkmonitor.Functions.Security;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Resource that the <c>id</c> in the path of an operation names. One outside the scope of the caller is not found.</summary>
public enum ResourceScope
{
    /// <summary>Nothing: figures and lists are filtered for the caller.</summary>
    Nothing,

    /// <summary>A contract: for its parties.</summary>
    Contract,

    /// <summary>A delivery: for the data team of its dataset.</summary>
    Delivery,
}

/// <summary>Access policy of an operation.</summary>
/// <param name="Role">The role that it asks for.</param>
/// <param name="Scope">Resource that it is about.</param>
public sealed record AccessPolicy(Roles Role, ResourceScope Scope = ResourceScope.Nothing);

/// <summary>Access policies by function name. Unlisted functions are refused.</summary>
public static class OperationAccess
{
    private static readonly Dictionary<string, AccessPolicy> ByFunction = new(StringComparer.Ordinal)
    {
        // Figures: computed or filtered for the caller.
        ["CompareObservations"] = new(Roles.Public),
        ["ComputeWhatIf"] = new(Roles.Public),
        ["DescribeScorecardKinds"] = new(Roles.Public),
        ["GetArea"] = new(Roles.Public),
        ["GetBoundaries"] = new(Roles.Public),
        ["GetDataset"] = new(Roles.Public),
        ["GetDatasetTemplate"] = new(Roles.Public),
        ["GetHealth"] = new(Roles.Public),
        ["GetLiveness"] = new(Roles.Public),
        ["GetReadiness"] = new(Roles.Public),
        ["GetScorecard"] = new(Roles.Public),
        ["GetScorecardOfSubject"] = new(Roles.Public),
        ["ListAlerts"] = new(Roles.Public),
        ["ListAreas"] = new(Roles.Public),
        ["ListCarriedFigures"] = new(Roles.Public),
        ["ListDatasets"] = new(Roles.Public),
        ["ListIndicators"] = new(Roles.Public),
        ["ListMunicipalities"] = new(Roles.Public),
        ["ListMunicipalityObservations"] = new(Roles.Public),
        ["ListMunicipalityScorecards"] = new(Roles.Public),
        ["ListObservations"] = new(Roles.Public),
        ["ListRecords"] = new(Roles.Public),
        ["ListScorecardKinds"] = new(Roles.Public),
        ["ListScorecards"] = new(Roles.Public),
        ["ListSubjects"] = new(Roles.Public),
        ["ListWhatIfs"] = new(Roles.Public),
        ["SearchAreas"] = new(Roles.Public),

        // The contract, and what is no operation at all.
        ["GetOpenApiJson"] = new(Roles.Public),
        ["GetOpenApiYaml"] = new(Roles.Public),
        ["GetSecurityTxt"] = new(Roles.Public),
        [ApiFallbackFunction.Name] = new(Roles.Public),
        [DashboardFunction.Name] = new(Roles.Public),

        // Social mortgages: for their parties.
        ["AssumeStatement"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetExplanation"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetLedger"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetSocialMortgage"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetStatement"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetStatementCsv"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetStatementPage"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetSeries"] = new(Roles.Partner, ResourceScope.Contract),
        ["GetTarget"] = new(Roles.Partner, ResourceScope.Contract),
        ["ListModules"] = new(Roles.Partner, ResourceScope.Contract),
        ["ListSocialMortgages"] = new(Roles.Partner),
        ["ProjectMortgage"] = new(Roles.Partner, ResourceScope.Contract),

        // What counts once and for all.
        ["SettleYear"] = new(Roles.Admin, ResourceScope.Contract),

        // Deliveries: for the data team of their dataset.
        ["ConfirmDelivery"] = new(Roles.DataTeam, ResourceScope.Delivery),
        ["GetDelivery"] = new(Roles.DataTeam, ResourceScope.Delivery),
        ["GetDeliveryDiff"] = new(Roles.DataTeam, ResourceScope.Delivery),
        ["ListDeliveries"] = new(Roles.DataTeam),
        ["ListInboxFiles"] = new(Roles.DataTeam),
        ["ListProblems"] = new(Roles.DataTeam, ResourceScope.Delivery),
        ["PreviewDecision"] = new(Roles.DataTeam, ResourceScope.Delivery),
        ["PutInboxFile"] = new(Roles.DataTeam),
        ["WithdrawDelivery"] = new(Roles.DataTeam, ResourceScope.Delivery),
    };

    /// <summary>The functions for which it is declared whom they are for.</summary>
    public static IReadOnlyCollection<string> Functions => ByFunction.Keys;

    /// <summary>Finds the access policy of a function; null when none is declared, and then nobody may call it.</summary>
    public static AccessPolicy? Find(string function) => ByFunction.GetValueOrDefault(function);
}
