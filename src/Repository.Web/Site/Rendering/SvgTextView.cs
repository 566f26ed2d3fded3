namespace Repository.Web.Site.Rendering;

/// <summary>A text of a drawing. Razor takes the element's name for its own, so it is written here.</summary>
internal sealed class SvgTextView : View<SvgText>
{
    public override Task ExecuteAsync()
    {
        WriteLiteral("<text class=\"");
        Write(Model.Class);
        WriteLiteral($"\" x=\"{Model.X}\" y=\"{Model.Y}\">");
        Write(Model.Text);
        WriteLiteral("</text>");
        return Task.CompletedTask;
    }
}

internal sealed record SvgText(string Class, int X, int Y, string Text);
