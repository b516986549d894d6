using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Cli;
using Wijkmonitor.Cli.Packaging;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 140;
}

var words = Language.Choose(args);
var number = words.Localize("GETAL", "NUMBER");
var path = words.Localize("BESTAND", "FILE");

var language = new Option<string>(Language.Option)
{
    Recursive = true,
    HelpName = "nl|en",
    Description = words.Localize(
    "De taal; zonder deze optie die van LC_ALL, LC_MESSAGES of LANG, als dat Engels is, en anders Nederlands.",
    "The language; without this option that of LC_ALL, LC_MESSAGES or LANG if that is English, and otherwise Dutch.")
};
language.CustomParser = result => result.Tokens[0].Value is var value && Language.Values.Contains(value, StringComparer.Ordinal) ? value
    : Refuse<string>(result, words.Localize($"{Language.Option} is nl of en.", $"{Language.Option} is nl or en."));
var english = new Option<bool>(Language.English)
{
    Recursive = true,
    Description = words.Localize("Engels: hetzelfde als --language en.", "English: the same as --language en."),
};

var port = new Option<int?>("--port")
{
    HelpName = number,
    Description = words.Localize(
    "De poort van dashboard en API; bij drop: de demo op die poort.", "The port of dashboard and API; for drop, the demo at that port.")
};
port.CustomParser = result => int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var chosen) && chosen is >= 1 and <= ushort.MaxValue
    ? chosen
    : Refuse<int?>(result, words.Localize($"--port is een getal van 1 tot en met {ushort.MaxValue}.", $"--port is a number from 1 to {ushort.MaxValue}."));

var once = new Option<bool>("--once")
{
    Description = words.Localize(
    "Stop zodra alles is getoond, in plaats van pas bij Ctrl-C.", "Stop once everything is shown, instead of running until Ctrl-C.")
};
var open = new Option<bool>("--open")
{
    Description = words.Localize(
    "Open het dashboard in een browser zodra de voorbeelden verwerkt zijn.", "Open the dashboard in a browser once the samples are in.")
};
var coreTools = new Option<bool>("--func")
{
    Description = words.Localize(
    "Draai de app op Azure Functions Core Tools (func), in plaats van de lokale host.",
    "Run the app on Azure Functions Core Tools (func), instead of the local host.")
};
var demo = new Command("demo", words.Localize(
    "Start alles op deze machine, zet de voorbeelden in de inbox en toon wat ermee gebeurt.",
    "Start everything on this machine, drop the samples in the inbox and show what happens to them.")) { once, coreTools, port, open };
demo.SetAction((arguments, cancellationToken) =>
    new Demo(new DemoOptions(
        arguments.GetValue(once), arguments.GetValue(coreTools), arguments.GetValue(port), arguments.GetValue(open)), words).RunAsync(cancellationToken));

var file = new Argument<FileInfo>(path) { Description = words.Localize("Het bestand zoals het geleverd zou worden.", "The file as it would be delivered.") };
var dataset = new Option<string>("--dataset")
{
    HelpName = words.Localize("NAAM", "NAME"),
    Required = true,
    Description = words.Localize(
    "De dataset waarvoor het bestand is.", "The dataset that it is meant for.")
};
var previous = new Option<FileInfo?>("--previous")
{
    HelpName = path,
    Description = words.Localize(
    "Het vorige bestand: meldt sprongen en ontbrekende rijen.", "The file that was delivered before: reports jumps and missing rows.")
};
var period = new Option<string?>("--period")
{
    HelpName = words.Localize("JAAR", "YEAR"),
    Description = words.Localize(
    "Het jaar waar het bestand over gaat, als de naam twee jaren kan bedoelen.", "The year that the file is about, if its name can mean two.")
};
var report = new Option<FileInfo?>("--report")
{
    HelpName = path,
    Description = words.Localize(
    "Waar het verslag (CSV) komt dat een geweigerd bestand krijgt.", "Where to write the report (CSV) that comes with a refused file.")
};
var crosswalk = new Option<FileInfo?>("--crosswalk")
{
    HelpName = path,
    Description = words.Localize(
    "Waar een begin komt van een omrekentabel (CSV) van de gebieden die volgens het bestand veranderd zijn.",
    "Where to write a draft crosswalk (CSV) of the areas that the file says have changed.")
};
var check = new Command("check", words.Localize(
    "Controleer een bestand op deze machine, zonder opslag. Exitcode 0: het past; 1: het zou worden geweigerd; 2: het is niet gecontroleerd.",
    "Check a file on this machine, without any storage. Exit code 0: it fits; 1: it would be refused; 2: it was not checked.")) { file, dataset, previous, period, report, crosswalk };
check.SetAction(arguments => new DefinitionReport(words).Run(config => new CheckCommand(
    config, arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(previous), arguments.GetValue(period), arguments.GetValue(report),
    arguments.GetValue(crosswalk), words).Run()));

var drop = new Command("drop", words.Localize(
    "Zet een bestand in de inbox van een demo die draait. Exitcode 0: het staat er; 2: het staat er niet.",
    "Drop a file in the inbox of a running demo. Exit code 0: dropped; 2: not dropped.")) { file, dataset, period, port };
drop.SetAction(async (arguments, cancellationToken) =>
{
    var command = new DropCommand(arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(period), arguments.GetValue(port), words);
    return new DefinitionReport(words).Run(command.Check) is var refused and not 0 ? refused : await command.RunAsync(cancellationToken);
});

// The build calls this one; it is for nobody else.
var published = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder that was published." };
var package = new Argument<FileInfo>("PACKAGE") { Description = "The zip to make of it." };
var npm = new Argument<FileInfo>("LOCK") { Description = "The lock file of the npm packages that the dashboard is built from." }.AcceptExistingOnly();
var pack = new Command("pack", "Make of a published folder the zip that is deployed, with a list of all its parts.") { published, package, npm };
pack.Hidden = true;
pack.SetAction(arguments => new PackCommand(arguments.GetValue(published)!, arguments.GetValue(package)!, arguments.GetValue(npm)!).Run());

var root = new RootCommand(words.Localize("Wijkmonitor: een open monitor van wijken en buurten.", "Wijkmonitor: an open neighbourhood monitor."))
{
    demo, check, drop, pack, language, english,
};
var usage = new Usage(words);
root.Options.OfType<HelpOption>().Single().Action = usage;
var parsed = root.Parse(args);

// A command that was not understood did nothing: that is not the same as a file that would be refused.
if (parsed.Errors.Count > 0 && parsed.Action is not Usage)
{
    usage.ShowErrors(parsed);
    return CheckCommand.NotChecked;
}

// Ending the demo takes a moment: its processes end first.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

static T? Refuse<T>(ArgumentResult result, string why)
{
    result.AddError(why);
    return default;
}
