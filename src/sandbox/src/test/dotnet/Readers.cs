using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Web.Script.Serialization;

namespace Esign
{
    /// <summary>One of .NET's ways from JSON to classes.</summary>
    public interface IReader
    {
        T Read<T>(string json);
    }

    /// <summary>The way of the documented samples.</summary>
    public class ScriptReader : IReader
    {
        public T Read<T>(string json)
        {
            // Mono's serializer takes no null at the top; that of .NET does.
            return json == "null" ? default(T) : new JavaScriptSerializer().Deserialize<T>(json);
        }
    }

    /// <summary>WCF's own way, which is stricter.</summary>
    public class ContractReader : IReader
    {
        public T Read<T>(string json)
        {
            using (MemoryStream stream = new MemoryStream(Encoding.UTF8.GetBytes(json)))
            {
                return (T)new DataContractJsonSerializer(typeof(T)).ReadObject(stream);
            }
        }
    }
}
