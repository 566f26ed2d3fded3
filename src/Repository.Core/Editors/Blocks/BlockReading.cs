using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Core.Editors.Blocks;

/// <summary>A block document with everything in it read: what is stored, which blocks can be delivered, and what is wrong with those that are shown.</summary>
internal sealed record BlockReading(
    BlockDocument Normalised,
    ImmutableDictionary<Guid, Block> Blocks,
    ImmutableArray<string> Problems,
    ImmutableArray<SearchText> SearchTexts,
    ImmutableArray<Pick> Picks)
{
    public const string TooDeep = "Hay demasiados bloques dentro de otros bloques.";

    public static BlockReading Read(BlockDocument document, BlockDeclarations declarations, EditorContext context)
    {
        var content = ReadAll(document.Content, context);
        var settings = ReadAll(document.Settings, context);
        var reader = new Reader(document, declarations, content, settings, context.Culture);
        reader.ReportDocument(context.Schema);
        reader.ReadPlaces(document.Layout);
        var normalised = document with { Content = Normalise(document.Content, content), Settings = Normalise(document.Settings, settings) };
        return new BlockReading(normalised, reader.Blocks.ToImmutable(), [.. reader.Problems], [.. reader.SearchTexts], [.. reader.Picks]);
    }

    private static Dictionary<Guid, (BlockData Source, BlockPartReading? Reading)> ReadAll(ImmutableArray<BlockData> blocks, EditorContext context) =>
        blocks.DistinctBy(block => block.Key).ToDictionary(block => block.Key, block => (block, BlockPartReading.Read(block, context)));

    // A second block with a known key can never be shown: it is reported, and not kept.
    private static ImmutableArray<BlockData> Normalise(ImmutableArray<BlockData> blocks, Dictionary<Guid, (BlockData Source, BlockPartReading? Reading)> readings) =>
        [.. blocks.DistinctBy(block => block.Key).Select(block => readings[block.Key].Reading?.Normalised ?? block)];

    /// <summary>Walks the layout in reading order. Each block is taken once: the same one in many places could make a small text deliver a huge one.</summary>
    private sealed class Reader(
        BlockDocument document,
        BlockDeclarations declarations,
        Dictionary<Guid, (BlockData Source, BlockPartReading? Reading)> content,
        Dictionary<Guid, (BlockData Source, BlockPartReading? Reading)> settings,
        string culture)
    {
        private readonly HashSet<Guid> _exposed = document.ExposedIn(culture);
        private readonly HashSet<Guid> _seen = [];
        private int _number;

        public ImmutableDictionary<Guid, Block>.Builder Blocks { get; } = ImmutableDictionary.CreateBuilder<Guid, Block>();

        public List<string> Problems { get; } = [];

        public List<SearchText> SearchTexts { get; } = [];

        public List<Pick> Picks { get; } = [];

        /// <summary>What is wrong wherever a block stands: two of one key, or one shown in a language that nobody can ask for.</summary>
        public void ReportDocument(ContentSchema schema)
        {
            foreach (var blocks in (ImmutableArray<BlockData>[])[document.Content, document.Settings])
            {
                Problems.AddRange(blocks.GroupBy(block => block.Key).Where(same => same.Count() > 1).Select(same => $"Hay dos bloques con la clave «{same.Key}»."));
            }

            Problems.AddRange(document.Exposures.Select(exposure => exposure.Culture).OfType<string>().Distinct().Where(tag => schema.KnownTag(tag) is null)
                .Select(tag => $"Hay bloques que se muestran en el idioma «{tag}», que no existe en este repositorio."));
        }

        public void ReadPlaces(ImmutableArray<BlockPlace> places)
        {
            foreach (var place in places)
            {
                _number++;
                if (!_seen.Add(place.ContentKey)) Report("está dos veces en la lista.");
                else if (_exposed.Contains(place.ContentKey)) ReadPlace(place);
                foreach (var area in place.Areas) ReadPlaces(area.Items);
            }
        }

        private void ReadPlace(BlockPlace place)
        {
            if (!content.TryGetValue(place.ContentKey, out var block)) Report("no tiene contenido.");
            else if (block.Reading is null) Report("es de un tipo que el esquema no conoce.");
            else if (declarations.Find(block.Source.ContentTypeKey) is not { } declaration) Report("es de un tipo que este campo no admite.");
            else Take(place, block.Reading, declaration);
        }

        private void Take(BlockPlace place, BlockPartReading reading, BlockDeclaration declaration)
        {
            Accept(reading, "");
            Element? chosen = null;
            if (place.SettingsKey is { } key)
            {
                if (!settings.TryGetValue(key, out var found)) Report("tiene una configuración que no está en el texto guardado.");
                else if (found.Reading is not null && found.Source.ContentTypeKey == declaration.SettingsTypeKey) chosen = Accept(found.Reading, "configuración, ");
                else Report("tiene una configuración que este campo no admite.");
            }

            Blocks[place.ContentKey] = new Block(reading.Element, chosen);
        }

        private Element Accept(BlockPartReading reading, string part)
        {
            Problems.AddRange(reading.Problems.Select(problem => string.Create(CultureInfo.InvariantCulture, $"Bloque {_number}, {part}{problem}")));
            SearchTexts.AddRange(reading.SearchTexts);
            Picks.AddRange(reading.Picks);
            return reading.Element;
        }

        private void Report(string what) => Problems.Add(string.Create(CultureInfo.InvariantCulture, $"El bloque {_number} {what}"));
    }
}
