namespace Repository.Web.Site.Reading;

/// <summary>A field's value as one plain text: equal texts say the same.</summary>
internal static class FieldText
{
    public static string Of(FieldValue value) => string.Join('\n', value switch
    {
        TextField text => text.Paragraphs,
        // In which order things were picked says nothing.
        ListField list => list.Lines.Order(StringComparer.Ordinal),
        ItemsField items => items.Items.Select(item => item.Path).Order(StringComparer.Ordinal),
        LinksField links => links.Links.Select(link => link.Address),
        MediaField media => media.Media.Select(medium => medium.Url),
        RichField rich => rich.Text.Parts.Select(part => part.Markup.Html ?? ""),
        BlocksField blocks => blocks.Blocks.Select(block => $"{block.Title}: {string.Join('\n', block.Fields.Select(field => Of(field.Value)))}"),
        _ => (IEnumerable<string>)[],
    });
}
