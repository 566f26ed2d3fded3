using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Keywords, stored as a JSON array or, where the data type says so, parted by commas.</summary>
internal sealed class TagsEditor : IPropertyEditor
{
    public string Alias => "Umbraco.Tags";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var isCsv = string.Equals(dataType.Config.Text("storageType"), "Csv", StringComparison.OrdinalIgnoreCase);
        var listed = TextLists.Parse(stored);
        if (listed is null && !isCsv && stored.AsSpan().TrimStart().StartsWith('[')) return PropertyReading.Refused(stored, "El texto guardado no es una lista de etiquetas.");
        var tags = listed ?? TextLists.Distinct(stored.Split(','));
        if (isCsv) tags = TextLists.Distinct(tags.SelectMany(tag => tag.Split(',')));
        if (tags.IsEmpty) return PropertyReading.Empty;
        return new PropertyReading(isCsv ? string.Join(',', tags) : TextLists.Write(context, tags), new TextListValue(tags)) { SearchTexts = TextLists.SearchTexts(tags) };
    }
}
