using System.CommandLine;
using Spectre.Console;
using Wijkmonitor.Cli;
using Wijkmonitor.Cli.Packaging;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 140;
}

var once = new Option<bool>("--once") { Description = "End once everything was shown, in place of running until Ctrl-C." };
var english = new Option<bool>("--english") { Description = "Show labels and explanations in English, in place of Dutch." };
var coreTools = new Option<bool>("--func") { Description = "Run the app on Azure Functions Core Tools (func), in place of the local host." };
var demo = new Command("demo", "Start storage emulator and monitor, drop the samples in the inbox and show what comes of them.") { once, english, coreTools };
demo.SetAction((arguments, cancellationToken) =>
    new Demo(arguments.GetValue(english), arguments.GetValue(coreTools)).RunAsync(arguments.GetValue(once), cancellationToken));

var file = new Argument<FileInfo>("FILE") { Description = "The file as it would be delivered." };
var dataset = new Option<string>("--dataset") { Description = "The dataset that it is meant for.", Required = true };
var previous = new Option<FileInfo?>("--previous") { Description = "The file that was delivered before: jumps and missing rows are told." };
var period = new Option<string?>("--period") { Description = "The year that the file is about, where its name can mean two." };
var report = new Option<FileInfo?>("--report") { Description = "Where to write the report (CSV) that comes with a refused file." };
var crosswalk = new Option<FileInfo?>("--crosswalk") { Description = "Where to write a draft crosswalk (CSV) of the areas that the file says have changed." };
var check = new Command("check", "Check a file on this machine, without any storage. Exit code 0: fit to deliver; 1: it would be refused; 2: it could not be checked.") { file, dataset, previous, period, report, crosswalk };
check.SetAction(arguments => DefinitionReport.Run(() => new CheckCommand(
    arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(previous), arguments.GetValue(period), arguments.GetValue(report), arguments.GetValue(crosswalk)).Run()));

var drop = new Command("drop", "Drop a file in the inbox of the demo that runs.") { file, dataset, period };
drop.SetAction(async (arguments, cancellationToken) =>
    DefinitionReport.Run(() => DefinitionReport.ShowIfFaulty(DefinitionReport.Read(), arguments.GetValue(dataset)!) ? CheckCommand.NotChecked : 0) is var faulty and not 0
        ? faulty
        : await DropCommand.RunAsync(arguments.GetValue(file)!, arguments.GetValue(dataset)!, arguments.GetValue(period), cancellationToken));

var published = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder that was published." };
var package = new Argument<FileInfo>("PACKAGE") { Description = "The zip to make of it." };
var npm = new Argument<FileInfo>("LOCK") { Description = "The lock file of the npm packages that the dashboard is built from." }.AcceptExistingOnly();
var pack = new Command("pack", "Make of a published folder the zip that is deployed, with a list of all its parts.") { published, package, npm };
pack.SetAction(arguments => new PackCommand(arguments.GetValue(published)!, arguments.GetValue(package)!, arguments.GetValue(npm)!).Run());

var parsed = new RootCommand("Wijkmonitor: an open neighbourhood monitor.") { demo, check, drop, pack }.Parse(args);
var exitCode = await parsed.InvokeAsync();

// A command that was not understood did nothing: that is not the same as a file that would be refused.
return parsed.Errors.Count > 0 ? CheckCommand.NotChecked : exitCode;
