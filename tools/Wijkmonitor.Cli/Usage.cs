using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Help about a command, and what is wrong with how one was asked for, in one language.</summary>
/// <param name="words">The language.</param>
internal sealed class Usage(NumberFormatter words) : SynchronousCommandLineAction
{
    private const int Indent = 26;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Show(Console.Out, parseResult.CommandResult.Command);
        return 0;
    }

    /// <summary>Says what is wrong with the arguments, and how to ask for help.</summary>
    public void ShowErrors(ParseResult parsed)
    {
        var errors = FindErrors(parsed).ToList();
        foreach (var error in errors.Count > 0 ? errors : [words.Localize("Zo is deze opdracht niet te begrijpen.", "This command cannot be understood.")])
        {
            Console.Error.WriteLine(error);
        }

        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "" : command.Name + " ";
        Console.Error.WriteLine(words.Localize($"Zie ./wijkmonitor {name}--help.", $"See ./wijkmonitor {name}--help."));
    }

    private void Show(TextWriter output, Command command)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        var isRoot = command is RootCommand;
        var arguments = string.Concat(command.Arguments.Select(argument => $" {argument.Name}"));
        var what = isRoot ? words.Localize(" OPDRACHT", " COMMAND") : $" {command.Name}{arguments}";
        output.WriteLine($"{words.Localize("Gebruik", "Usage")}: ./wijkmonitor{what} [{words.Localize("opties", "options")}]");
        output.WriteLine();
        foreach (var part in command.Subcommands.Where(part => !part.Hidden))
        {
            ShowPart(output, part.Name, part.Description);
        }

        foreach (var argument in command.Arguments)
        {
            ShowPart(output, argument.Name, argument.Description);
        }

        foreach (var option in command.Options.Concat(isRoot ? [] : command.Parents.OfType<Command>().SelectMany(parent => parent.Options)
            .Where(option => option.Recursive))
            .Where(option => option is not (HelpOption or VersionOption)))
        {
            ShowPart(output, option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description);
        }
    }

    private static void ShowPart(TextWriter output, string name, string? description) => output.WriteLine($"  {name.PadRight(Indent)} {description}");

    private IEnumerable<string> FindErrors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var token in parsed.UnmatchedTokens)
        {
            yield return words.Localize($"'{token}' is hier geen opdracht of optie.", $"'{token}' is not a command or option here.");
        }

        foreach (var option in command.Options.Where(option => option.Required && parsed.GetResult(option) is null or { Implicit: true }))
        {
            yield return words.Localize($"{option.Name} {option.HelpName} ontbreekt.", $"{option.Name} {option.HelpName} is missing.");
        }

        foreach (var argument in command.Arguments.Where(argument => parsed.GetResult(argument) is not { Tokens.Count: > 0 }))
        {
            yield return words.Localize($"{argument.Name} ontbreekt.", $"{argument.Name} is missing.");
        }

        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
        {
            yield return words.Localize("Er is geen opdracht genoemd.", "No command was named.");
        }

        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit))
        {
            if (option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues)
            {
                yield return words.Localize($"{option.Option.Name} heeft een waarde nodig.", $"{option.Option.Name} needs a value.");
            }
            else if (option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues)
            {
                yield return words.Localize($"{option.Option.Name} kan er maar één keer staan.", $"{option.Option.Name} can be given only once.");
            }
            else
            {
                foreach (var error in option.Errors)
                {
                    yield return error.Message;
                }
            }
        }
    }
}
