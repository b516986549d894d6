using System.Text;
using Ical.Net;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;
using Wijkmonitor.Testing;
using static Wijkmonitor.Functions.Tests.Api.Subjects.ProjectsKind;
using static Wijkmonitor.Functions.Tests.Api.Subjects.SubjectApi;

namespace Wijkmonitor.Functions.Tests.Api.Subjects;

/// <summary>Alerts by deadline as JSON, CSV and a calendar, on the first of July 2021.</summary>
public sealed class AlertTests(StorageEmulator emulator)
{
    [Fact]
    public async Task Alerts_are_findings_passed_deadlines_and_those_ahead_in_order_of_deadline()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("passed", "2021-06-30"), Due("today", "2021-07-01"), Due("soon", "2021-08-01"), Due("far", "2021-08-02"), Due("met", "2021-01-01", isMet: true),
            Due("not-known", "2021-01-01", isMet: null)) with { Findings = [Alert("stop-rule", AlertRole.Board)] });

        Assert.Equal(
            ["overdue passed", "upcoming today", "upcoming soon", "finding "],
            (await api.AlertsAsync(Caller.Anonymous)).Select(alert => $"{Text(alert, "type")} {(alert.TryGetProperty("deadline", out var due) ? Text(due, "code") : "")}"));
        Assert.Equal(["overdue"], (await api.AlertsAsync(Caller.Anonymous, "?within=0&role=controller")).Select(alert => Text(alert, "type")).Distinct().Where(type => type != "upcoming"));
        Assert.Equal(["stop-rule"], (await api.AlertsAsync(Caller.Anonymous, "?role=board")).Select(alert => Text(alert, "code")));
        Assert.Equal(4, (await api.AlertsAsync(Caller.Anonymous, "?within=32&role=controller")).Count);
        Assert.Empty(await api.AlertsAsync(Caller.Anonymous, "?role=area-manager"));
        Assert.Equal(400, (await api.AskAlertsAsync(Caller.Anonymous, "?role=mayor")).Status);
    }

    [Fact]
    public async Task A_finding_speaks_for_the_deadline_of_its_lines()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("quota", "2020-12-31") with { Line = "quota" }, Due("other", "2021-01-31") with { Line = "other" })
            with { Findings = [Alert("quota-behind", AlertRole.Controller, "quota")] });

        var alerts = await api.AlertsAsync(Caller.Anonymous);

        Assert.Equal(["quota-behind quota", "deadline-passed other"], alerts.Select(alert => $"{Text(alert, "code")} {Text(alert.GetProperty("deadline"), "code")}"));
        Assert.Equal((182, "note quota-behind"), (alerts[0].GetProperty("deadline").GetProperty("daysLate").GetInt32(), Text(alerts[0].GetProperty("message"), "en")));
    }

    // RFC 5545: lines end in CR LF and have at most 75 octets, continued ones begin with a space; commas, semicolons, backslashes and line breaks are escaped.
    [Fact]
    public async Task A_calendar_is_folded_and_escaped_and_reads_back_the_same()
    {
        var title = "Aanpak; de \\ eerste, \u20ac-wijk " + new string('é', 90);
        var loose = Due("completion", "2021-07-01") with { Until = new DateOnly(2021, 8, 31), Party = new BilingualText("gemeenteraad", "council") };
        var api = await StoreAsync(Card("north", "GM0153", null, loose, Due("passed", "2021-01-01")) with
        {
            About = new SubjectDetails(title, SubjectScope.Project),
            Findings = [Alert("stop-rule", AlertRole.Board)],
        });

        var text = (await api.AskAlertsAsync(Caller.Anonymous, "?format=ics&language=en&within=366")).Body;

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("\\;", text, StringComparison.Ordinal);
        var calendar = Calendar.Load(text)!;
        var (passed, ahead) = (calendar.Events.Single(found => found.Uid!.EndsWith("/passed@wijkmonitor", StringComparison.Ordinal)), calendar.Events.Single(found => found.Uid!.EndsWith("/completion@wijkmonitor", StringComparison.Ordinal)));
        Assert.Equal(($"{title}: passed en (late)", $"{title}: completion en (coming up)"), (passed.Summary, ahead.Summary));
        Assert.Equal((new DateOnly(2021, 7, 1), new DateOnly(2021, 9, 1), false), (ahead.Start!.Date, ahead.End!.Date, ahead.Start.HasTime));
        Assert.Contains("promised completion\ncouncil", ahead.Description, StringComparison.Ordinal);
        Assert.Equal($"{title} (asks for attention)", Assert.Single(calendar.Todos).Summary);
        Assert.All(calendar.Events, found => Assert.Equal(new DateTime(2021, 1, 1), found.DtStamp!.Value));
    }

    [Fact]
    public async Task An_event_keeps_its_id_when_its_day_passes_and_the_calendar_changes_for_nothing_else()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("completion", "2021-07-03")));

        var before = (await api.AskAlertsAsync(Caller.Anonymous, "?format=ics")).Body;
        api.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(before, (await api.AskAlertsAsync(Caller.Anonymous, "?format=ics")).Body);
        api.Time.Advance(TimeSpan.FromDays(9));
        var after = (await api.AskAlertsAsync(Caller.Anonymous, "?format=ics")).Body;

        Assert.NotEqual(before, after);
        Assert.Equal(Calendar.Load(before)!.Events.Single().Uid, Calendar.Load(after)!.Events.Single().Uid);
        Assert.Equal("GM0153/projects/north/deadline/completion@wijkmonitor", Calendar.Load(after)!.Events.Single().Uid);
    }

    [Fact]
    public async Task Csv_has_no_formula_and_all_alerts()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("passed", "2021-01-01")) with { About = new SubjectDetails("@SUM(A1)", SubjectScope.Project) });

        var rows = (await api.AskAlertsAsync(Caller.Anonymous, "?format=csv")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("'@SUM(A1)", Assert.Single(rows[1..]), StringComparison.Ordinal);
    }

    private async Task<SubjectApi> StoreAsync(params Scorecard[] cards)
    {
        var api = await OnAsync(emulator, new ProjectsKind(cards));
        await api.StoreAsync("areas", "code;name;boundary_year\nGM0153;Stad;2020\n");
        await api.ScoreAsync("GM0153");
        return api;
    }
}
