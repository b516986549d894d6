using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Cli;
using Wijkmonitor.Cli.Packaging;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 140;
}

var once = new Option<bool>("--once") { Description = "End once everything was shown, in place of running until Ctrl-C." };
var english = new Option<bool>("--english") { Description = "Speak English, in place of Dutch." };
var port = new Option<int?>("--port") { Description = "The port of dashboard and API; for drop, the demo at that port." };
port.Validators.Add(result =>
{
    if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= ushort.MaxValue))
    {
        result.AddError($"--port is a number from 1 to {ushort.MaxValue}.");
    }
});
var open = new Option<bool>("--open") { Description = "Open the dashboard in a browser once the samples are in." };
var coreTools = new Option<bool>("--func") { Description = "Run the app on Azure Functions Core Tools (func), in place of the local host." };
var demo = new Command("demo", "Start storage emulator and monitor, drop the samples in the inbox and show what comes of them.") { once, english, coreTools, port, open };
demo.SetAction((arguments, cancellationToken) =>
    new Demo(new DemoOptions(
        arguments.GetValue(once), arguments.GetValue(english), arguments.GetValue(coreTools), arguments.GetValue(port), arguments.GetValue(open))).RunAsync(cancellationToken));

var file = new Argument<FileInfo>("FILE") { Description = "The file as it would be delivered." };
var dataset = new Option<string>("--dataset") { Description = "The dataset that it is meant for.", Required = true };
var previous = new Option<FileInfo?>("--previous") { Description = "The file that was delivered before: jumps and missing rows are told, as far as the dataset says what a jump is and how many rows may be missing." };
var period = new Option<string?>("--period") { Description = "The year that the file is about, where its name can mean two." };
var report = new Option<FileInfo?>("--report") { Description = "Where to write the report (CSV) that comes with a refused file." };
var crosswalk = new Option<FileInfo?>("--crosswalk") { Description = "Where to write a draft crosswalk (CSV) of the areas that the file says have changed." };
var check = new Command("check", "Check a file on this machine, without any storage. Exit code 0: fit to deliver; 1: it would be refused; 2: it could not be checked.") { file, dataset, previous, period, report, crosswalk, english };
check.SetAction(arguments =>
{
    var words = Speak(arguments.GetValue(english));
    return new DefinitionReport(words).Run(config => new CheckCommand(
        config, arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(previous), arguments.GetValue(period), arguments.GetValue(report), arguments.GetValue(crosswalk), words).Run());
});

var drop = new Command("drop", "Drop a file in the inbox of a demo that runs. Exit code 0: dropped; 2: not dropped.") { file, dataset, period, port, english };
drop.SetAction(async (arguments, cancellationToken) =>
{
    var words = Speak(arguments.GetValue(english));
    var command = new DropCommand(arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(period), arguments.GetValue(port), words);
    return new DefinitionReport(words).Run(command.Check) is var refused and not 0 ? refused : await command.RunAsync(cancellationToken);
});

var published = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder that was published." };
var package = new Argument<FileInfo>("PACKAGE") { Description = "The zip to make of it." };
var npm = new Argument<FileInfo>("LOCK") { Description = "The lock file of the npm packages that the dashboard is built from." }.AcceptExistingOnly();
var pack = new Command("pack", "Make of a published folder the zip that is deployed, with a list of all its parts.") { published, package, npm };
pack.SetAction(arguments => new PackCommand(arguments.GetValue(published)!, arguments.GetValue(package)!, arguments.GetValue(npm)!).Run());

var parsed = new RootCommand("Wijkmonitor: an open neighbourhood monitor.") { demo, check, drop, pack }.Parse(args);

// Ending the demo takes a moment: its processes end first.
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

// A command that was not understood did nothing: that is not the same as a file that would be refused.
return parsed.Errors.Count > 0 ? CheckCommand.NotChecked : exitCode;

static NumberFormatter Speak(bool english) => english ? NumberFormatter.En : NumberFormatter.Nl;
