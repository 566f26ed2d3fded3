using System.Buffers;
using System.Text;
using System.Text.Json;
using Repository.Core.Forms;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>A condition as the page's script reads it, with fields by their alias.</summary>
internal static class ConditionText
{
    public static string? Of(FieldCondition? condition, Form form)
    {
        if (condition is null) return null;
        var text = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(text, ResponseBody.JsonOptions))
        {
            json.WriteStartObject();
            json.WriteBoolean("show"u8, condition.Action == ConditionAction.Show);
            json.WriteBoolean("all"u8, condition.Logic == ConditionLogic.All);
            json.WriteStartArray("rules"u8);
            foreach (var rule in condition.Rules)
            {
                json.WriteStartArray();
                json.WriteStringValue(form.Find(rule.Field)!.Field.Alias);
                json.WriteStringValue(rule.Operator.ToString());
                json.WriteStringValue(rule.Value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
