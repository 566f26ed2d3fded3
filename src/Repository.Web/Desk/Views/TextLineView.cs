using Repository.Core.Content.Differences;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Views;

/// <summary>A line of compared text with its marks. Its runs are written without anything between them: a blank would be one more word.</summary>
internal sealed class TextLineView : View<TextLine>
{
    public override Task ExecuteAsync()
    {
        WriteLiteral($"<p class=\"{Model.Kind.ToString().ToLowerInvariant()}{(Model.Runs.Any(run => run.Marks.HasFlag(TextMarks.Item)) ? " item" : "")}\">");
        foreach (var run in Model.Runs) WriteRun(run);
        WriteLiteral("</p>");
        return Task.CompletedTask;
    }

    private void WriteRun(TextRun run)
    {
        var change = run.Kind switch { DifferenceKind.Added => "ins", DifferenceKind.Removed => "del", _ => null };
        string?[] tags = [change, Has(TextMarks.Strong) || Has(TextMarks.Heading) ? "strong" : null, Has(TextMarks.Emphasis) ? "em" : null, Has(TextMarks.Link) ? "u" : null];
        foreach (var tag in tags.OfType<string>()) WriteLiteral($"<{tag}>");
        Write(run.Text);
        foreach (var tag in tags.OfType<string>().Reverse()) WriteLiteral($"</{tag}>");
        if (!Has(TextMarks.Link) || change is null) return;
        WriteLiteral($"<{change} class=\"target\"> (");
        Write(run.Target);
        WriteLiteral($")</{change}>");

        bool Has(TextMarks mark) => run.Marks.HasFlag(mark);
    }
}
