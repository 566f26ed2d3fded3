using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Entries;

/// <summary>A question as several versions of a form asked it, in the words of the newest and with everything that could ever be answered.</summary>
internal sealed record AskedField(FormField Field, ImmutableArray<int> Versions)
{
    /// <summary>Is something of another kind asked by this name since?</summary>
    public bool IsPast { get; init; }

    public IFieldKind Kind { get; } = FieldKinds.Find(Field.Type)!;

    public IEnumerable<ExportColumn> Columns => Kind.Columns(Field).Select(column => IsPast ? column with { Name = $"{column.Name}@{Last}", Label = $"{column.Label} (versión {Last})" } : column);

    private string Last => Versions[^1].ToString(CultureInfo.InvariantCulture);

    /// <summary>Is it asked in the same way, so that answers can stand in the same columns?</summary>
    public bool Is(FormField field) => field.Alias == Field.Alias && field.Type == Field.Type && (Kind is not Dropdown || Dropdown.TakesSeveral(field) == Dropdown.TakesSeveral(Field));

    /// <summary>The newer question, with the options, marks and places only the older one had at the end.</summary>
    public AskedField With(FormField newer, int version)
    {
        var joined = newer with { PreValues = Joined(newer.PreValues, Field.PreValues) };
        if (Kind is RatingMatrix) joined = joined with { Settings = joined.Settings.SetItem(RatingMatrix.ScaleSetting, RatingMatrix.ScaleOf(Joined(RatingMatrix.Scale(newer), RatingMatrix.Scale(Field)))) };
        if (Kind is Ranking) joined = joined with { Settings = joined.Settings.SetItem(Ranking.PositionsSetting, Math.Max(Ranking.Positions(newer), Ranking.Positions(Field)).ToString(CultureInfo.InvariantCulture)) };
        return new AskedField(joined, Versions.Add(version));
    }

    /// <summary>Empty where the entry was never asked.</summary>
    /// <param name="isOfNoVersion">Is it of a version that came meanwhile? Then it is read as what is asked now.</param>
    public IEnumerable<string> Cells(FormEntry entry, bool isOfNoVersion) => Versions.Contains(entry.FormVersion) || (isOfNoVersion && !IsPast)
        ? Kind.Cells(Field, entry.Answers[Field.Alias])
        : Kind.Columns(Field).Select(_ => "");

    private static ImmutableArray<PreValue> Joined(ImmutableArray<PreValue> newer, ImmutableArray<PreValue> older) => [.. newer, .. older.Where(option => newer.All(known => known.Value != option.Value))];
}
