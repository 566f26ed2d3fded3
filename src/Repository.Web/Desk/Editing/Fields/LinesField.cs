using System.Globalization;
using Repository.Core.Editors;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Text in several lines, or a list with one entry to a line.</summary>
internal sealed class LinesField : IFieldEditor
{
    private const int LettersOfALine = 90;
    private const int FewestRows = 3;
    private const int MostRows = 18;

    public string? Example { get; init; }

    public View Show(Field field) => new LinesFieldView { Model = new LinesControl(field, this, Rows(field.Stored), field.Config.Whole("maxChars", 0)) };

    public string Read(PostedField posted) => posted.Text;

    /// <summary>As many as the text needs, within bounds.</summary>
    private static string Rows(string text) =>
        Math.Clamp(text.Split('\n').Sum(line => 1 + (line.Length / LettersOfALine)) + 1, FewestRows, MostRows).ToString(CultureInfo.InvariantCulture);
}

internal sealed record LinesControl(Field Field, LinesField Look, string Rows, int Most);
