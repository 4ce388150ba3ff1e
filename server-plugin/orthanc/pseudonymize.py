# Orthanc's side of Pseudonymize & Redact, for the orthanc-python plugin:
# - a button "De-identify…" on the page of a study in Orthanc Explorer;
# - rules: every stable study that matches goes to a project;
# - /pseudonymize/…: what the button asks, forwarded to the bridge, so that a browser needs to reach Orthanc only.
#
# Orthanc's configuration:
#   "PythonScript": "/etc/orthanc/pseudonymize.py",
#   "Pseudonymize": {
#     "BridgeUrl": "http://127.0.0.1:3000",
#     "Rules": [ { "Export": "incoming-us", "Project": "default", "Query": { "ModalitiesInStudy": "US" } } ]
#   }
# The routes ask for Orthanc's own login (AuthenticationEnabled, RegisteredUsers): without one, whoever reaches Orthanc can use them.
# No value of a study is written to the log.
import json
import queue
import secrets
import threading
import time
import urllib.error
import urllib.request

import orthanc

CONFIGURATION = json.loads(orthanc.GetConfiguration()).get('Pseudonymize', {})
BRIDGE = CONFIGURATION.get('BridgeUrl', 'http://127.0.0.1:3000').rstrip('/')
RULES = CONFIGURATION.get('Rules', [])

TIMEOUT_SECONDS = 60
RETRY_SECONDS = 30
# Names the job of a copied study: a copy must not be copied again.
JOB_METADATA = 4242


def ask(method, path, body=None):
    """The bridge's status and answer, as bytes."""
    request = urllib.request.Request(
        BRIDGE + path,
        method=method,
        data=None if body is None else json.dumps(body).encode('utf-8'),
        headers={'Content-Type': 'application/json'},
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def export(name, project, study_instance_uid):
    selection = {'studyInstanceUIDs': [study_instance_uid]}
    return ask('POST', '/api/exports', {'name': name, 'project': project, 'selection': selection})


def study_instance_uid_of(study):
    return json.loads(orthanc.RestApiGet('/studies/%s' % study))['MainDicomTags']['StudyInstanceUID']


def refuse(output, status, text):
    # The plugin wants the length in bytes beside the text.
    output.SendHttpStatus(status, text, len(text.encode('utf-8')))


def forward(output, method, path, body=None):
    try:
        status, answer = ask(method, path, body)
    except OSError:
        refuse(output, 502, 'The bridge cannot be reached.')
        return
    if 200 <= status < 300:
        output.AnswerBuffer(answer, 'application/json')
    else:
        refuse(output, status, answer.decode('utf-8', 'replace'))


def on_projects(output, uri, **request):
    if request['method'] == 'GET':
        forward(output, 'GET', '/api/projects')
    else:
        output.SendMethodNotAllowed('GET')


def on_export(output, uri, **request):
    if request['method'] == 'GET':
        forward(output, 'GET', '/api/exports/%s' % request['groups'][0])
    else:
        output.SendMethodNotAllowed('GET')


def on_study(output, uri, **request):
    """POST {"project": …}: de-identifies one study, under a name of its own."""
    if request['method'] != 'POST':
        output.SendMethodNotAllowed('POST')
        return
    # Another site can have a browser send a form, with the reader's login, but no JSON.
    if not request['headers'].get('content-type', '').startswith('application/json'):
        refuse(output, 415, 'JSON is needed.')
        return
    try:
        project = str(json.loads(request['body'] or b'{}').get('project', 'default'))
    except (ValueError, AttributeError):
        refuse(output, 400, 'The body is not a JSON object.')
        return
    try:
        study_instance_uid = study_instance_uid_of(request['groups'][0])
    except orthanc.OrthancException:
        refuse(output, 404, 'There is no such study.')
        return
    name = 'explorer-%s-%s' % (time.strftime('%Y%m%d-%H%M%S'), secrets.token_hex(3))
    selection = {'studyInstanceUIDs': [study_instance_uid]}
    forward(output, 'POST', '/api/exports', {'name': name, 'project': project, 'selection': selection})


orthanc.RegisterRestCallback('/pseudonymize/projects', on_projects)
orthanc.RegisterRestCallback('/pseudonymize/exports/([A-Za-z0-9._-]+)', on_export)
orthanc.RegisterRestCallback('/pseudonymize/studies/([0-9a-f-]+)', on_study)

# Studies that became stable, for the one thread that sends them on.
waiting = queue.Queue()


def is_copy(study):
    try:
        orthanc.RestApiGet('/studies/%s/metadata/%d' % (study, JOB_METADATA))
        return True
    except orthanc.OrthancException:
        return False


def matches(rule, study_instance_uid):
    query = dict(rule.get('Query', {}), StudyInstanceUID=study_instance_uid)
    body = json.dumps({'Level': 'Study', 'Query': query})
    return json.loads(orthanc.RestApiPost('/tools/find', body)) != []


def apply_rules(study):
    if is_copy(study):
        return
    study_instance_uid = study_instance_uid_of(study)
    for rule in RULES:
        if matches(rule, study_instance_uid):
            status, _ = export(rule['Export'], rule.get('Project', 'default'), study_instance_uid)
            if status >= 500:
                raise OSError('the bridge answers with status %d' % status)
            if status >= 400:
                orthanc.LogError('Pseudonymize: rule %s is refused with status %d' % (rule['Export'], status))


def send_on():
    while True:
        study = waiting.get()
        try:
            apply_rules(study)
        except OSError:
            orthanc.LogWarning('Pseudonymize: the bridge cannot be reached; a study is sent later')
            time.sleep(RETRY_SECONDS)
            waiting.put(study)
        except orthanc.OrthancException:
            # It was deleted meanwhile.
            orthanc.LogWarning('Pseudonymize: a study is not there any more')


def on_change(change, level, resource):
    if change == orthanc.ChangeType.STABLE_STUDY:
        waiting.put(resource)


if RULES:
    threading.Thread(target=send_on, daemon=True).start()
    orthanc.RegisterOnChangeCallback(on_change)

# Orthanc Explorer is made with jQuery Mobile; its own buttons are made in the same way.
orthanc.ExtendOrthancExplorer(
    r"""
(function () {
  var ask = function (method, path, body) {
    return $.ajax({
      type: method, url: '../pseudonymize' + path, data: body && JSON.stringify(body),
      contentType: 'application/json', dataType: 'json'
    });
  };

  // The bridge's own words where it has some.
  var reasonOf = function (answer) {
    if (answer.status === 502) return 'The bridge cannot be reached.';
    try { return JSON.parse(answer.responseText).message; } catch (_) { return 'Refused: ' + answer.status + '.'; }
  };

  var follow = function (dialog, name) {
    ask('GET', '/exports/' + name).done(function (state) {
      var studies = state.studies;
      var ended = studies.completed + studies.failed + studies.cancelled >= studies.total;
      var errors = $.map(state.errors, function (e) { return e.error.message; }).join(' ');
      var text = studies.completed > 0 ? 'The copy is stored.'
        : ended ? 'Failed. ' + errors
        : 'Working: ' + state.instances.done + ' of ' + state.instances.total + ' images. ' + errors;
      dialog.find('[role=status]').text(text);
      if (!ended && dialog[0].open) setTimeout(function () { follow(dialog, name); }, 1000);
    }).fail(function (answer) {
      // What was asked for is kept by the bridge, and goes on when it is back.
      dialog.find('[role=status]').text(reasonOf(answer) + ' Asked again …');
      if (dialog[0].open) setTimeout(function () { follow(dialog, name); }, 5000);
    });
  };

  var open = function (study) {
    var dialog = $(
      '<dialog aria-labelledby="deidentify-title" style="min-width:22em;font-family:sans-serif">' +
      '<h3 id="deidentify-title">De-identify this study</h3>' +
      '<p>A copy is made with the rules of a project. The original is not changed.</p>' +
      '<p><label>Project <select data-role="none"></select></label></p>' +
      '<p role="status"></p>' +
      '<p><button data-role="none" class="start">De-identify</button> <button data-role="none" class="close">Close</button></p>' +
      '</dialog>').appendTo('body');
    var status = dialog.find('[role=status]');
    var failed = function (answer) {
      status.text(reasonOf(answer));
      dialog.find('.start').prop('disabled', false);
    };
    ask('GET', '/projects').done(function (projects) {
      $.each(projects, function (_, project) {
        $('<option>').val(project.id).text(project.name).appendTo(dialog.find('select'));
      });
    }).fail(failed);
    dialog.find('.close').click(function () { dialog[0].close(); });
    dialog[0].addEventListener('close', function () { dialog.remove(); });
    dialog.find('.start').click(function () {
      $(this).prop('disabled', true);
      status.text('Asked for.');
      ask('POST', '/studies/' + study, { project: dialog.find('select').val() })
        .done(function (answer) { follow(dialog, answer.name); }).fail(failed);
    });
    dialog[0].showModal();
  };

  $('#study').live('pagebeforecreate', function () {
    var button = $('<a>').attr('data-role', 'button').attr('href', '#').attr('data-icon', 'forward')
      .attr('data-theme', 'e').attr('id', 'study-deidentify').text('De-identify…');
    button.insertBefore($('#study-delete').parent().parent());
    button.click(function () {
      if ($.mobile.pageData) open($.mobile.pageData.uuid);
      return false;
    });
  });
})();
"""
)
orthanc.LogWarning('Pseudonymize: ready, %d rules' % len(RULES))
