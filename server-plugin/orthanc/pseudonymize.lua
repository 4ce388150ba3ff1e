-- Orthanc's side of Pseudonymize & Redact for servers without the Python plugin: rules only. Lua can add neither buttons nor routes.
--
-- Orthanc's configuration:
--   "LuaScripts": [ "/etc/orthanc/pseudonymize.lua" ],
--   "Pseudonymize": {
--     "BridgeUrl": "http://127.0.0.1:3000",
--     "Rules": [ { "Export": "incoming-us", "Project": "default", "Query": { "ModalitiesInStudy": "US" } } ]
--   }
-- A study that becomes stable while the bridge cannot be reached is not sent later: ask for an export by a query then.
local CONFIGURATION = GetOrthancConfiguration()['Pseudonymize'] or {}
local BRIDGE = CONFIGURATION['BridgeUrl'] or 'http://127.0.0.1:3000'
local RULES = CONFIGURATION['Rules'] or {}

-- Names the job of a copied study: a copy must not be copied again.
local JOB_METADATA = '4242'

local function isCopy(study)
  for _, name in ipairs(ParseJson(RestApiGet('/studies/' .. study .. '/metadata'))) do
    if name == JOB_METADATA or name == 'PseudonymizeJob' then return true end
  end
  return false
end

local function matches(rule, studyInstanceUID)
  local query = { StudyInstanceUID = studyInstanceUID }
  for keyword, value in pairs(rule['Query'] or {}) do query[keyword] = value end
  local body = DumpJson({ Level = 'Study', Query = query }, true)
  return #ParseJson(RestApiPost('/tools/find', body)) > 0
end

function OnStableStudy(study, tags, metadata)
  if isCopy(study) then return end
  for _, rule in ipairs(RULES) do
    if matches(rule, tags['StudyInstanceUID']) then
      local body = DumpJson({
        name = rule['Export'],
        project = rule['Project'] or 'default',
        selection = { studyInstanceUIDs = { tags['StudyInstanceUID'] } },
      }, true)
      -- Orthanc answers nobody while a script waits, and the bridge has to ask it for the study: the answer must not wait for that.
      local headers = { ['Content-Type'] = 'application/json', ['Prefer'] = 'respond-async' }
      local answer = HttpPost(BRIDGE .. '/api/exports', body, headers)
      -- No value of the study is logged.
      if answer == nil then print('Pseudonymize: the bridge refuses or cannot be reached') end
    end
  end
end
