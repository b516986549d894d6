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
            Due("not-known", "2021-01-01", isMet: null)) with
        { Findings = [Alert("stop-rule", AlertRole.Board)] });

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
            with
        { Findings = [Alert("quota-behind", AlertRole.Controller, "quota")] });

        var alerts = await api.AlertsAsync(Caller.Anonymous);

        Assert.Equal(["quota-behind quota", "deadline-passed other"], alerts.Select(alert => $"{Text(alert, "code")} {Text(alert.GetProperty("deadline"), "code")}"));
        Assert.Equal((182, "note quota-behind"), (alerts[0].GetProperty("deadline").GetProperty("daysLate").GetInt32(), Text(alerts[0].GetProperty("message"), "en")));
    }

    [Fact]
    public async Task A_finding_speaks_for_a_deadline_to_its_own_roles_only()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("quota", "2020-12-31") with { Line = "quota", AlertFor = [AlertRole.Controller, AlertRole.AreaManager] })
            with
        { Findings = [Alert("quota-behind", AlertRole.Controller, "quota")] });

        Assert.Equal(["deadline-passed"], (await api.AlertsAsync(Caller.Anonymous, "?role=area-manager")).Select(alert => Text(alert, "code")));
        Assert.Equal(["quota-behind"], (await api.AlertsAsync(Caller.Anonymous, "?role=controller")).Select(alert => Text(alert, "code")));
        var passed = (await api.AlertsAsync(Caller.Anonymous)).Single(alert => Text(alert, "code") == "deadline-passed");
        Assert.Equal(["area-manager"], passed.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Findings_of_one_code_and_line_have_ids_of_their_own_and_the_pages_end()
    {
        var risk = Alert("control-at-risk", AlertRole.Board, "post");
        var api = await StoreAsync(Card("north", "GM0153", null) with { Findings = [risk, risk, Alert("other", AlertRole.Board), risk] });

        List<string> ids = [];
        for (string? query = "?limit=1"; query is not null && ids.Count < 9;)
        {
            var page = System.Text.Json.JsonDocument.Parse((await api.AskAlertsAsync(Caller.Anonymous, query)).Body).RootElement;
            ids.Add(Text(page.GetProperty("items")[0], "id"));
            query = page.TryGetProperty("next", out var next) ? new Uri("http://monitor" + next.GetString()).Query : null;
        }

        Assert.Equal(["/control-at-risk/post", "/control-at-risk/post/2", "/control-at-risk/post/3", "/other"], ids.Select(id => id["GM0153/projects/north".Length..]));
        var todos = Calendar.Load((await api.AskAlertsAsync(Caller.Anonymous, "?format=ics")).Body)!.Todos;
        Assert.Equal(ids.Select(id => $"{id}/todo@wijkmonitor").Order(StringComparer.Ordinal), todos.Select(todo => todo.Uid).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_finding_keeps_its_id_when_it_is_about_more_lines()
    {
        var (before, after) = (await StoreAsync(Late("a")), await StoreAsync(Late("a", "b")));

        Assert.Equal(Text(Assert.Single(await before.AlertsAsync(Caller.Anonymous)), "id"), Text(Assert.Single(await after.AlertsAsync(Caller.Anonymous)), "id"));

        static Scorecard Late(params string[] lines) => Card("north", "GM0153", null) with { Findings = [Alert("late", AlertRole.Board, lines)] };
    }

    [Fact]
    public async Task A_calendar_has_no_pages()
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("a", "2021-07-02"), Due("b", "2021-07-03"), Due("c", "2021-07-04")));

        Assert.Equal(2, (await api.AlertsAsync(Caller.Anonymous, "?limit=2")).Count);
        Assert.Equal(3, Calendar.Load((await api.AskAlertsAsync(Caller.Anonymous, "?limit=2&format=ics")).Body)!.Events.Count);
    }

    // A sign outside the first 65,536 is two halves in memory, and a line must not end between them.
    [Fact]
    public async Task Folding_breaks_no_character()
    {
        var titles = Enumerable.Range(0, 81).Select(length => new string('a', length) + "\U0001F3E1").ToList();
        var api = await StoreAsync([.. titles.Select((title, i) => Card($"n{i}", "GM0153", null) with { About = new(title, SubjectScope.Project), Findings = [Alert("late", AlertRole.Board)] })]);

        var text = (await api.AskAlertsAsync(Caller.Anonymous, "?format=ics&language=en")).Body;

        Assert.DoesNotContain('\uFFFD', text);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Equal(titles.Select(title => $"{title} (asks for attention)").Order(StringComparer.Ordinal), Calendar.Load(text)!.Todos.Select(todo => todo.Summary!).Order(StringComparer.Ordinal));
    }

    // RFC 5545: lines end in CR LF and have at most 75 octets, continued ones begin with a space; commas, semicolons, backslashes and line breaks are escaped.
    [Fact]
    public async Task A_calendar_is_folded_and_escaped_and_reads_back_the_same()
    {
        var start = DateTime.UtcNow.AddSeconds(-1);
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
        Assert.All(calendar.Events, found => Assert.InRange(found.DtStamp!.Value, start, DateTime.UtcNow));
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

    // At 21:30 UTC it is 23:30 in the Netherlands in summer, and at 23:30 the next day has begun.
    [Theory]
    [InlineData("2021-07-01T21:30:00Z", "upcoming", "planned", null)]
    [InlineData("2021-07-01T23:30:00Z", "overdue", "late", 1)]
    [InlineData("2021-07-02T21:30:00Z", "overdue", "late", 1)]
    [InlineData("2021-07-02T23:30:00Z", "overdue", "late", 2)]
    public async Task Lateness_is_by_the_day_in_the_Netherlands(string now, string type, string state, int? daysLate)
    {
        var api = await StoreAsync(Card("north", "GM0153", null, Due("completion", "2021-07-01")));
        api.Time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        var alert = Assert.Single(await api.AlertsAsync(Caller.Anonymous));
        var subject = Assert.Single(await api.SubjectsAsync(Caller.Anonymous));

        Assert.Equal((type, state), (Text(alert, "type"), Text(subject, "state")));
        Assert.Equal(daysLate, alert.GetProperty("deadline").TryGetProperty("daysLate", out var late) ? (int?)late.GetInt32() : null);
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
