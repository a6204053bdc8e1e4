// Tells what .NET's JavaScriptSerializer and DataContractJsonSerializer make of the lines of a file, each a JSON object.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Web.Script.Serialization;

public enum Authentication { None, Password, KBA, KBAPlusPassword, SMS }

[DataContract]
public class Pair
{
    [DataMember] public string Key { get; set; }
    [DataMember] public string Value { get; set; }
}

[DataContract]
public class Subject
{
    [DataMember] public byte[] FileBytes { get; set; }
    [DataMember] public DateTime ExpiresOn { get; set; }
    [DataMember] public DateTime? MaybeOn { get; set; }
    [DataMember] public int Number { get; set; }
    [DataMember] public bool Flag { get; set; }
    [DataMember] public string Text { get; set; }
    [DataMember] public Authentication AuthMethod { get; set; }
    [DataMember] public List<Authentication> AuthMethods { get; set; }
    [DataMember] public Dictionary<string, string> MergeFieldMapping { get; set; }
    [DataMember] public List<Pair> Properties { get; set; }

    public override string ToString()
    {
        var set = new List<string>();
        if (FileBytes != null) set.Add("FileBytes " + BitConverter.ToString(FileBytes));
        if (ExpiresOn != default(DateTime)) set.Add("ExpiresOn " + ExpiresOn.ToUniversalTime().ToString("o"));
        if (MaybeOn != null) set.Add("MaybeOn " + MaybeOn.Value.ToUniversalTime().ToString("o"));
        if (Number != 0) set.Add("Number " + Number);
        if (Flag) set.Add("Flag");
        if (Text != null) set.Add("Text '" + Text + "'");
        if (AuthMethod != 0) set.Add("AuthMethod " + AuthMethod);
        if (AuthMethods != null) set.Add("AuthMethods [" + string.Join(" ", AuthMethods) + "]");
        if (MergeFieldMapping != null)
            set.Add("MergeFieldMapping {" + string.Join(" ", MergeFieldMapping.Select(e => e.Key + "=" + e.Value)) + "}");
        if (Properties != null) set.Add("Properties [" + string.Join(" ", Properties.Select(p => p.Key + "=" + p.Value)) + "]");
        return set.Count == 0 ? "nothing" : string.Join(", ", set);
    }
}

public static class ReadersOfDotNet
{
    public static void Main(string[] arguments)
    {
        foreach (var line in File.ReadLines(arguments[0]).Where(line => line.Trim() != ""))
        {
            Console.WriteLine(line);
            Tell("JavaScriptSerializer", () => new JavaScriptSerializer().Deserialize<Subject>(line));
            Tell("DataContractJsonSerializer", () => new DataContractJsonSerializer(typeof(Subject))
                .ReadObject(new MemoryStream(Encoding.UTF8.GetBytes(line))));
        }
    }

    private static void Tell(string reader, Func<object> read)
    {
        try
        {
            Console.WriteLine("    {0,-26} {1}", reader, read());
        }
        catch (Exception failure)
        {
            Console.WriteLine("    {0,-26} fails ({1})", reader, failure.GetBaseException().GetType().Name);
        }
    }
}
