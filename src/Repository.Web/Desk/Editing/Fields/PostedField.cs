using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>What a form sent of one property, and the text it was made from.</summary>
internal sealed record PostedField(PostedForm Form, PropertyType Property, string Name, string Prior)
{
    public string Text => Form.Text(Name);

    /// <summary>Every value sent under the field's own name, without the empty one that only says that the field was there.</summary>
    public IEnumerable<string> Texts => Form.Texts(Name).Where(text => text.Length > 0);

    public string Part(string part) => Form.Text($"{Name}/${part}");

    public bool Has(string part) => Form.Has($"{Name}/${part}");

    /// <summary>The value the field was made from, as readers would get it.</summary>
    public DeliveryValue Value => Form.Editors.Read(Prior, Property.DataType, Form.Context).Delivery;
}

/// <summary>What a form sent, with what is needed to make sense of it.</summary>
internal sealed record PostedForm(IFormCollection Values, ContentSchema Schema, EditorRegistry Editors, string Culture)
{
    public EditorContext Context { get; } = new(Schema, Editors, Culture);

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>Browsers send lines with two letters at their end.</summary>
    public string Text(string name) => Values.TryGetValue(name, out var texts) && texts.Count > 0 ? Lines(texts[^1]) : "";

    public IEnumerable<string> Texts(string name) => Values.TryGetValue(name, out var texts) ? texts.Select(Lines) : [];

    /// <summary>The stored text of a property; null when the form has no such field.</summary>
    public string? Read(PropertyType property, string name, string prior) => Has(name) ? FieldEditors.Of(property.DataType).Read(new PostedField(this, property, name, prior)) : null;

    private static string Lines(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
}
