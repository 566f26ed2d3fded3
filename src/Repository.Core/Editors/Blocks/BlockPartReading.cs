using System.Collections.Immutable;
using Repository.Core.Schema;

namespace Repository.Core.Editors.Blocks;

/// <summary>What the properties of a block's content (or settings) say: normalised, and as the element that is delivered.</summary>
internal sealed record BlockPartReading(BlockData Normalised, Element Element, ImmutableArray<string> Problems, ImmutableArray<SearchText> SearchTexts, ImmutableArray<Pick> Picks)
{
    private static readonly string[] BlockEditors = [BlockListEditor.SchemaAlias, BlockGridEditor.SchemaAlias];

    /// <summary>Null when the schema has no such element type. The context is that of the block editor.</summary>
    public static BlockPartReading? Read(BlockData block, EditorContext context)
    {
        if (context.Schema.Type(block.ContentTypeKey) is not { Kind: ContentTypeKind.Element } type) return null;
        var inner = context with { Depth = context.Depth + 1 };
        var readings = block.Values.Select(value => ReadValue(value, type, inner)).ToArray();
        var properties = type.Properties.Select(property => (Property: property, Reading: Pick(property, block.Values, readings, inner))).ToArray();
        return new BlockPartReading(
            block with { Values = [.. block.Values.Zip(readings, (value, reading) => Normalise(value, reading, type))] },
            new Element(block.Key, type.Alias, [.. properties.Select(read => new ElementProperty(read.Property.Alias, read.Reading.Delivery))]),
            [
                .. properties.SelectMany(read => read.Reading.Problems.Select(problem => $"«{read.Property.Name}»: {problem}")),
                .. block.Values.Select(value => value.Alias).Distinct().Where(alias => type.Property(alias) is null).Select(alias => $"«{alias}»: El tipo «{type.Name}» no tiene este campo."),
            ],
            [.. properties.SelectMany(read => read.Reading.SearchTexts)],
            [.. properties.SelectMany(read => read.Reading.Picks)]);
    }

    private static PropertyReading? ReadValue(BlockValue value, ContentType type, EditorContext context) => type.Property(value.Alias) is { } property
        ? PropertyRules.Check(property, value.Stored, context with { Culture = value.Culture ?? context.Culture })
        : null;

    // The value of the culture at hand comes before the one for all cultures; segments are not ours.
    private static PropertyReading Pick(PropertyType property, ImmutableArray<BlockValue> values, PropertyReading?[] readings, EditorContext context)
    {
        PropertyReading? invariant = null;
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            if (value.Alias != property.Alias || value.Segment is not null) continue;
            if (value.Culture is null) invariant ??= readings[index];
            else if (string.Equals(value.Culture, context.Culture, StringComparison.OrdinalIgnoreCase) && readings[index] is { } reading) return reading;
        }

        return invariant ?? PropertyRules.Check(property, null, context);
    }

    // A value whose property the schema no longer has is left as it stands, and reported.
    private static BlockValue Normalise(BlockValue value, PropertyReading? reading, ContentType type) => reading is null
        ? value
        : value with
        {
            Stored = reading.Stored,
            IsJson = BlockEditors.Contains(type.Property(value.Alias)?.DataType.EditorAlias) && reading.Stored.AsSpan().TrimStart().StartsWith('{'),
        };
}
