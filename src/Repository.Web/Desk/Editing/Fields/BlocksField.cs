using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>
/// Blocks, one below the other or on a grid: each a small form of its own, whose fields are named after the block's key. What a block holds that is not shown – a value of
/// another language, a block that is hidden – stays as it is.
/// </summary>
internal sealed class BlocksField : IFieldEditor
{
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new BlocksFieldView { Model = BlocksControl.Of(field) };

    public string Read(PostedField posted)
    {
        var alias = posted.Property.DataType.EditorAlias;
        var prior = BlockText.Read(posted.Prior, alias) ?? BlockDocument.Empty;
        var text = BlockText.Write(new Reading(posted, prior).Read(), alias);
        return text == BlockText.Write(prior, alias) ? posted.Prior : text;
    }

    private sealed class Reading(PostedField posted, BlockDocument prior)
    {
        private readonly BlockDeclarations _declarations = BlockDeclarations.Of(posted.Property.DataType);
        private readonly Dictionary<Guid, BlockData> _content = ByKey(prior.Content);
        private readonly Dictionary<Guid, BlockData> _settings = ByKey(prior.Settings);
        private readonly Dictionary<Guid, BlockPlace> _places = Places(prior.Layout).DistinctBy(place => place.ContentKey).ToDictionary(place => place.ContentKey);
        private readonly HashSet<Guid> _taken = [];
        private readonly List<BlockData> _newContent = [];
        private readonly List<BlockData> _newSettings = [];

        public BlockDocument Read()
        {
            var layout = Placed(posted.Texts);
            var gone = _places.Keys.Where(key => !_taken.Contains(key)).ToHashSet();
            var goneSettings = gone.Select(key => _places[key].SettingsKey).OfType<Guid>().ToHashSet();
            return new BlockDocument(
                [.. prior.Content.Where(block => !gone.Contains(block.Key)).Select(block => _content[block.Key]), .. _newContent],
                [.. prior.Settings.Where(block => !goneSettings.Contains(block.Key)).Select(block => _settings[block.Key]), .. _newSettings],
                [.. prior.Exposures.Where(exposure => !gone.Contains(exposure.ContentKey)), .. _newContent.Select(block => new BlockExposure(block.Key, null, null))],
                layout);
        }

        private ImmutableArray<BlockPlace> Placed(IEnumerable<string> keys) =>
            [.. keys.Select(text => Guid.TryParse(text, out var key) && _taken.Add(key) ? Place(key) : null).OfType<BlockPlace>()];

        private BlockPlace? Place(Guid key)
        {
            var name = $"{posted.Name}/{key:d}";
            var before = _content.GetValueOrDefault(key);
            if (before is null && !Guid.TryParse(posted.Form.Text($"{name}/$type"), out _)) return null;
            var type = before?.ContentTypeKey ?? Guid.Parse(posted.Form.Text($"{name}/$type"));
            var block = Written(posted.Form, before ?? new BlockData(type, key, []), name);
            if (before is null) _newContent.Add(block);
            _content[key] = block;

            var place = _places.GetValueOrDefault(key) ?? new BlockPlace(key, null, WidestSpan(type), 1, []);
            return place with
            {
                SettingsKey = Settings(place, type, name),
                ColumnSpan = Whole($"{name}/$columns", place.ColumnSpan),
                RowSpan = Whole($"{name}/$rows", place.RowSpan),
                Areas = Areas(place, type, name),
            };
        }

        /// <summary>A block whose look nobody chose keeps none.</summary>
        private Guid? Settings(BlockPlace place, Guid type, string name)
        {
            if (_declarations.Find(type)?.SettingsTypeKey is not { } settingsType) return place.SettingsKey;
            if (place.SettingsKey is { } known && _settings.TryGetValue(known, out var before))
            {
                _settings[known] = Written(posted.Form, before, $"{name}/$look");
                return known;
            }

            if (!Guid.TryParse(posted.Form.Text($"{name}/$settings"), out var key)) return place.SettingsKey;
            var made = Written(posted.Form, new BlockData(settingsType, key, []), $"{name}/$look");
            if (made.Values.IsEmpty) return place.SettingsKey;
            _newSettings.Add(made);
            return key;
        }

        private ImmutableArray<BlockArea> Areas(BlockPlace place, Guid type, string name)
        {
            var declared = _declarations.Find(type)?.Areas ?? [];
            if (declared.IsEmpty) return place.Areas;
            return
            [
                .. from area in declared
                   let field = $"{name}/$area/{area.Key:d}"
                   let before = place.Areas.FirstOrDefault(known => known.Key == area.Key)
                   select posted.Form.Has(field) ? new BlockArea(area.Key, Placed(posted.Form.Texts(field))) : before ?? new BlockArea(area.Key, []),
            ];
        }

        private int WidestSpan(Guid type) => _declarations.Find(type) is { ColumnSpans.IsEmpty: false } declared ? declared.ColumnSpans.Max() : 12;

        private int Whole(string name, int otherwise) =>
            int.TryParse(posted.Form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
    }

    /// <summary>A block with what the form sent of it; the same where it sent nothing new.</summary>
    public static BlockData Written(PostedForm form, BlockData block, string name)
    {
        if (form.Schema.Type(block.ContentTypeKey) is not { Kind: ContentTypeKind.Element } type) return block;
        var values = block.Values.ToBuilder();
        foreach (var property in type.Properties)
        {
            var at = IndexOf(values, property.Alias);
            var before = at < 0 ? "" : values[at].Stored;
            if (form.Read(property, $"{name}/{property.Alias}", before) is not { } now || now == before) continue;
            var value = new BlockValue(property.Alias, null, null, now, IsJson: false);
            if (at < 0) values.Add(value);
            else values[at] = value;
        }

        return block.Values.SequenceEqual(values) ? block : block with { Values = values.ToImmutable() };
    }

    /// <summary>The value that is not of one language.</summary>
    public static int IndexOf(IReadOnlyList<BlockValue> values, string alias)
    {
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at].Alias == alias && values[at].Culture is null && values[at].Segment is null) return at;
        }

        return -1;
    }

    private static Dictionary<Guid, BlockData> ByKey(ImmutableArray<BlockData> blocks) => blocks.DistinctBy(block => block.Key).ToDictionary(block => block.Key);

    private static IEnumerable<BlockPlace> Places(ImmutableArray<BlockPlace> places) => places.Concat(places.SelectMany(place => place.Areas).SelectMany(area => Places(area.Items)));
}
