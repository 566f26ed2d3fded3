using System.Text.Json.Serialization;

namespace Repository.Web.Desk.Editing.Fields;

[JsonSerializable(typeof(List<string>))]
internal sealed partial class FieldJson : JsonSerializerContext;
