using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>Properties of every contract with settled years, decisions, corrected figures and caps.</summary>
public sealed class DossierPropertiesTests
{
    private static readonly string[] Kinds = ["neighbourhood_dinner", "homework_support", "walk_in"];

    [Fact]
    public void Every_balance_is_the_principal_plus_interest_minus_all_entries_through_its_year() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var statements = Compute(dossier, figures);
        var postings = MortgageLedger.Create(dossier.Contract, statements);
        return statements.All(s => Mortgage.Total(s, "closing-balance") == postings.Where(p => p.Year <= s.Period.Year).Sum(p => p.Change)
            && Mortgage.Total(s, "closing-balance") == Mortgage.Total(s, "opening-balance") + Mortgage.Total(s, "interest") - Mortgage.Total(s, "credited"));
    });

    [Fact]
    public void A_settled_year_never_changes() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var later = dossier with { Entries = [.. dossier.Entries, Mortgage.Operation("late", 2017, 77.77m)] };
        return Compute(later, figures).Where(s => dossier.Settlements.Any(t => t.Year == s.Period.Year))
            .All(s => JsonSerializer.Serialize(s with { Findings = [.. s.Findings.Skip(1)] })
                == JsonSerializer.Serialize(dossier.Settlements.Single(t => t.Year == s.Period.Year).Statement));
    });

    [Fact]
    public void Settling_does_not_change_the_repayment_after_the_first_open_year() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var settled = Compute(dossier, figures);
        var fresh = Compute(dossier with { Settlements = [] }, figures);
        var open = settled.FirstOrDefault(s => dossier.Settlements.All(t => t.Year != s.Period.Year));
        var same = open is null ? null : fresh.FirstOrDefault(s => s.Period == open.Period);

        // Where a figure was withdrawn after the settlement nothing is taken back, so only what is known in both compares.
        return c.Withdraws || same is null || Mortgage.Total(open!, "repaid") == Mortgage.Total(same, "repaid");
    });

    [Fact]
    public void The_order_of_deliveries_changes_nothing_and_a_recomputation_is_identical_to_the_byte() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var turned = dossier with
        {
            Entries = [.. dossier.Entries.Reverse()],
            Decisions = [.. dossier.Decisions.Reverse()],
            Settlements = [.. dossier.Settlements.Reverse()],
            Contract = new ContractVersions([.. dossier.Contract.All.Reverse()]),
        };
        var once = JsonSerializer.Serialize(Compute(dossier, figures));
        return once == JsonSerializer.Serialize(Compute(dossier, figures))
            && once == JsonSerializer.Serialize(SocialMortgageStatements.Compute(turned, Mortgage.Catalogue, new ObservationSet(figures.All.Reverse())));
    });

    [Fact]
    public void Caps_of_lines_and_channels_hold_over_all_years_together() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var open = Compute(dossier with { Settlements = [] }, figures);
        return open.All(s => Mortgage.Total(s, "activities") <= 900 && (s.Lines[0].Amount ?? 0) <= 2000) && open.Sum(s => s.Lines[0].Amount ?? 0) <= 5000;
    });

    [Fact]
    public void Every_amount_can_be_computed_again_from_its_explanation_alone() => Holds(c =>
    {
        var (dossier, figures) = Settled(c);
        var statements = Compute(dossier, figures);
        return statements.Index().All(i =>
            i.Item.Lines.Where(l => l.Amount is not null).All(l => Explained.Amount(l) == l.Amount)
            && i.Item.Totals.Where(t => t.Code != "modules-unlocked").All(t => Explained.Total(i.Item, i.Index == 0 ? null : statements[i.Index - 1], t.Code) == t.Value));
    });

    private static Gen<Case> Cases =>
        from basis in Gen.Elements("once", "annual")
        from worsening in Gen.Elements("floor-at-zero", "claw-back", "negative")
        from rounding in Gen.Elements("whole-steps", "pro-rata")
        from interest in Gen.Choose(0, 5)
        from first in Gen.ListOf(Gen.Frequency((5, Gen.Choose(100, 200).Select(t => (int?)t)), (1, Gen.Constant((int?)null))), 5)
        from later in Gen.ListOf(Gen.Frequency((5, Gen.Choose(100, 200).Select(t => (int?)t)), (1, Gen.Constant((int?)null))), 5)
        from counts in Gen.ListOf(Gen.Choose(-2, 9), 8)
        from decisions in Gen.ListOf(Gen.Choose(0, 2), 8)
        from settled in Gen.Choose(1, 3)
        from version in Gen.Choose(2018, 2021)
        select new Case(basis, worsening, rounding, interest, [.. first], [.. later], [.. counts], [.. decisions], settled, version);

    private static void Holds(Func<Case, bool> property) => Prop.ForAll(Arb.From(Cases), property).QuickCheckThrowOnFailure();

    private static IReadOnlyList<Scorecard> Compute(MortgageDossier dossier, ObservationSet figures) => SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, figures);

    // The first years are settled on the first figures, one at a time; then other figures and all decisions come.
    private static (MortgageDossier Dossier, ObservationSet Figures) Settled(Case c)
    {
        var dossier = new MortgageDossier(new ContractVersions(Contract(c, "1", "2017-01-01", 1500), Contract(c, "2", $"{c.Version}-01-01", 1700))) { Entries = Entries(c) };
        var first = Figures(c.First);
        for (var year = 2017; year < 2017 + c.Settled; year++)
        {
            if (Compute(dossier, first).FirstOrDefault(s => s.Period.Year == year) is { } statement)
            {
                dossier = dossier with { Settlements = [.. dossier.Settlements, new Settlement("dolphia", year, new DateOnly(year + 1, 2, 1), "gemeente", statement)] };
            }
        }

        return (dossier with { Decisions = Decisions(c) }, Figures(c.Later));
    }

    private static SocialMortgageContract Contract(Case c, string version, string from, int amount) => Mortgage.Contract(json =>
    {
        var leavers = Mortgage.Indicator(json, "early_school_leavers").DeepClone().AsObject();
        (leavers["basis"], leavers["worsening"], leavers["rounding"], leavers["amount"]) = (c.Basis, c.Worsening, c.Rounding, amount);
        leavers["cap"] = new JsonObject { ["perYear"] = 2000, ["term"] = 5000 };
        json["indicators"] = new JsonArray(leavers);
        (json["version"], json["validFrom"], json["interestPercent"]) = (version, from, c.Interest);
        json["caps"] = new JsonObject { ["activities"] = new JsonObject { ["perYear"] = 900 } };
    });

    private static ObservationSet Figures(int?[] tenths)
    {
        var observed = new Observed();
        foreach (var (year, known) in tenths.Index())
        {
            if (known is { } number)
            {
                observed.Value(Mortgage.Area, 2017 + year, "early_school_leavers", number / 10m).Value(Mortgage.City, 2017 + year, "early_school_leavers", 4.7m);
            }
        }

        return observed.Set;
    }

    private static LedgerEntry[] Entries(Case c) => [.. c.Counts.Index().Where(i => i.Item != 0).Select(i => i.Index % 3 == 0
        ? Mortgage.Operation($"e{i.Index}", 2017 + (i.Index % 5), i.Item * 12.34m)
        : Mortgage.Activity($"e{i.Index}", 2017 + (i.Index % 5), Kinds[i.Index % Kinds.Length], i.Item, i.Item > 6 ? null : "wijkregisseur"))];

    private static LedgerDecision[] Decisions(Case c) => [.. Entries(c).Select((e, i) => new LedgerDecision(
        "dolphia", $"d{i}", e.Date.AddDays(i), (DecisionKind)c.Decisions[i], e.Key["dolphia/".Length..], "gemeente", c.Decisions[i] == 2 ? 1 : null, "reden", new SourceLine("decisions", i + 2)))];

    private sealed record Case(
        string Basis, string Worsening, string Rounding, int Interest, int?[] First, int?[] Later, int[] Counts, int[] Decisions, int Settled, int Version)
    {
        public bool Withdraws => First.Zip(Later).Any(p => p.First is not null && p.Second is null);
    }
}
